/** The admin's words about forgotten passwords, where Payload's would promise a mail that cannot be sent. */
export const signInWords = ({ hasMail }: { hasMail: boolean }) => ({
  authentication: hasMail
    ? {}
    : {
        forgotPasswordEmailInstructions:
          'Galley sends no mail here: ask an admin for a link with which you choose a new password.',
        emailSent: 'Ask an admin',
        checkYourEmailForPasswordReset:
          'Galley sends no mail here. An admin can make a link with which you choose a new password.',
      },
})

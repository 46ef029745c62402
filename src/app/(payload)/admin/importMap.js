import { FormIdentity as FormIdentity_fe0b461164444a131fff55e07c1526f2 } from '../../../../src/admin/form-identity.tsx'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlocksFeatureClient as BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { IndentFeatureClient as IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ChecklistFeatureClient as ChecklistFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SuperscriptFeatureClient as SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SubscriptFeatureClient as SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineCodeFeatureClient as InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { StrikethroughFeatureClient as StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnderlineFeatureClient as UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { TableFeatureClient as TableFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HorizontalRuleFeatureClient as HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { PreviewTab as PreviewTab_6cacdd0529340c94218141ce8f24a554 } from '../../../../src/admin/linkedin/preview-tab.tsx'
import { PublicationDateCell as PublicationDateCell_767f6af68c016c1f4f0da84cd8502f7e } from '../../../../src/admin/publication-date-cell.tsx'
import { PublicationNote as PublicationNote_8c8f0bf5c57d7256517f51340f4409dd } from '../../../../src/admin/publication-note.tsx'
import { ChannelsPanel as ChannelsPanel_d1992ecef9c6fd48cf5495fee420e3fd } from '../../../../src/admin/channels/panel.tsx'
import { PersonDrafts as PersonDrafts_1515958295e1ee884bba452049517815 } from '../../../../src/admin/linkedin/person-drafts.tsx'
import { AccountPanel as AccountPanel_0a4b2b1078a7a46d5b44dbad8ce0dd3c } from '../../../../src/admin/users/account-panel.tsx'
import { Invite as Invite_f189dcd878d1a13a122e1fda3a300f4c } from '../../../../src/admin/users/invite.tsx'
import { DraftView as DraftView_b793311fb0759a3780b7b14dea8c60ba } from '../../../../src/admin/linkedin/draft-view.tsx'
import { ListView as ListView_e5d3021ba92c7a65c9caa42d832453b9 } from '../../../../src/admin/linkedin/list-view.tsx'
import { MonthView as MonthView_634840e40d19ea97e5fb368bdc5811f8 } from '../../../../src/admin/linkedin/month-view.tsx'
import { TypeCell as TypeCell_0db7b2b43a5e33e865b8f10f9c5758f2 } from '../../../../src/admin/publications/cells.tsx'
import { ActionCell as ActionCell_0db7b2b43a5e33e865b8f10f9c5758f2 } from '../../../../src/admin/publications/cells.tsx'
import { PersonCell as PersonCell_0db7b2b43a5e33e865b8f10f9c5758f2 } from '../../../../src/admin/publications/cells.tsx'
import { TimeCell as TimeCell_0db7b2b43a5e33e865b8f10f9c5758f2 } from '../../../../src/admin/publications/cells.tsx'
import { Filters as Filters_667c06f5aa871d4964dd8d719576eecd } from '../../../../src/admin/publications/filters.tsx'
import { EntryView as EntryView_04ab84dd1fc05ce4ceef5c758e86057e } from '../../../../src/admin/publications/entry-view.tsx'
import { LastCall as LastCall_f4b3e9f43bc960af26e770f874802a68 } from '../../../../src/admin/deploy-hook/last-call.tsx'
import { Dashboard as Dashboard_7d85b57a778c7751d167913a4cf04cf4 } from '../../../../src/admin/dashboard/dashboard.tsx'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/src/admin/form-identity.tsx#FormIdentity": FormIdentity_fe0b461164444a131fff55e07c1526f2,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlocksFeatureClient": BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#IndentFeatureClient": IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ChecklistFeatureClient": ChecklistFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SuperscriptFeatureClient": SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SubscriptFeatureClient": SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineCodeFeatureClient": InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#StrikethroughFeatureClient": StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnderlineFeatureClient": UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#TableFeatureClient": TableFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HorizontalRuleFeatureClient": HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/src/admin/linkedin/preview-tab.tsx#PreviewTab": PreviewTab_6cacdd0529340c94218141ce8f24a554,
  "/src/admin/publication-date-cell.tsx#PublicationDateCell": PublicationDateCell_767f6af68c016c1f4f0da84cd8502f7e,
  "/src/admin/publication-note.tsx#PublicationNote": PublicationNote_8c8f0bf5c57d7256517f51340f4409dd,
  "/src/admin/channels/panel.tsx#ChannelsPanel": ChannelsPanel_d1992ecef9c6fd48cf5495fee420e3fd,
  "/src/admin/linkedin/person-drafts.tsx#PersonDrafts": PersonDrafts_1515958295e1ee884bba452049517815,
  "/src/admin/users/account-panel.tsx#AccountPanel": AccountPanel_0a4b2b1078a7a46d5b44dbad8ce0dd3c,
  "/src/admin/users/invite.tsx#Invite": Invite_f189dcd878d1a13a122e1fda3a300f4c,
  "/src/admin/linkedin/draft-view.tsx#DraftView": DraftView_b793311fb0759a3780b7b14dea8c60ba,
  "/src/admin/linkedin/list-view.tsx#ListView": ListView_e5d3021ba92c7a65c9caa42d832453b9,
  "/src/admin/linkedin/month-view.tsx#MonthView": MonthView_634840e40d19ea97e5fb368bdc5811f8,
  "/src/admin/publications/cells.tsx#TypeCell": TypeCell_0db7b2b43a5e33e865b8f10f9c5758f2,
  "/src/admin/publications/cells.tsx#ActionCell": ActionCell_0db7b2b43a5e33e865b8f10f9c5758f2,
  "/src/admin/publications/cells.tsx#PersonCell": PersonCell_0db7b2b43a5e33e865b8f10f9c5758f2,
  "/src/admin/publications/cells.tsx#TimeCell": TimeCell_0db7b2b43a5e33e865b8f10f9c5758f2,
  "/src/admin/publications/filters.tsx#Filters": Filters_667c06f5aa871d4964dd8d719576eecd,
  "/src/admin/publications/entry-view.tsx#EntryView": EntryView_04ab84dd1fc05ce4ceef5c758e86057e,
  "/src/admin/deploy-hook/last-call.tsx#LastCall": LastCall_f4b3e9f43bc960af26e770f874802a68,
  "/src/admin/dashboard/dashboard.tsx#Dashboard": Dashboard_7d85b57a778c7751d167913a4cf04cf4,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}

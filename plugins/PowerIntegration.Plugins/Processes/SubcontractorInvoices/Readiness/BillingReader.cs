using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Preparation;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Readiness;
using PowerIntegration.Domain.Readiness;
using PowerIntegration.Plugins.Law;
using PowerIntegration.Plugins.Readiness;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Processes.SubcontractorInvoices;
using PowerIntegration.Tables.Rows;
using PowerIntegration.Tables.Versions;

namespace PowerIntegration.Plugins.Processes.SubcontractorInvoices.Readiness;

/// <summary>
/// Reads what the invoices of a project need: one request for commitments with terms and vendors, one for opening balances where there are any, one
/// for
/// rules of law where terms name a place.
/// </summary>
internal static class BillingReader
{
    private const string TermsAlias = "terms";
    private const string VendorAlias = "vendor";

    // 20,000 rows; a commitment has a row for each version of its terms.
    private const int PagesMax = 4;

    /// <summary>The lesson.</summary>
    public static LessonReadiness Lesson(LessonCall call)
    {
        var rows = Whole(Rows.Pages(call.Service, Commitments(call.ProjectId), PagesMax));
        var commitments = rows.GroupBy(row => row.Id).Select(group => group.ToList()).ToList();
        var active = commitments.Where(group => IsActive(new RowView(group[0]))).ToList();
        var openings = Openings(call, active.Select(group => new RowView(group[0])));
        var facts = active.Select(group => Commitment(call, group, openings)).ToList();
        var places = facts
            .SelectMany(commitment => commitment.Terms.Select(terms => terms.Version.Region?.Jurisdiction))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var law = places.Count == 0 ? new JurisdictionRules([], null) : JurisdictionRuleReader.Read(call.Service, places);
        var drafts = commitments
            .Except(active)
            .Select(group => group[0])
            .ToLookup(row => new RowView(row).Reference(CommitmentTable.ReplacesId) is null);
        return BillingLesson.Of(
            call.Project,
            new BillingFacts
            {
                IsProjectActive = IsActive(call.Row),
                Payables = Payables(call),
                Commitments = facts,
                DraftCommitments = drafts[true].ToDictionary(row => row.Id, row => Draft(row)),
                Drafts = [.. SetupDrafts(call), .. drafts[false].Select(Draft), .. rows.Where(IsDraftOfTerms).Select(TermsDraft)],
                Rules = law.Rules,
                RulesProblem = law.Refusal,
                CommitmentsPlace = new RecordPlace(CommitmentTable.LogicalName),
                TermsPlace = new RecordPlace(CommitmentTermsTable.LogicalName),
                RulesPlace = new RecordPlace(JurisdictionRuleTable.LogicalName),
            }
        );
    }

    private static IReadOnlyList<Entity> Whole(IReadOnlyList<Entity>? rows) =>
        rows
        ?? throw new InvalidPluginExecutionException(
            "The project has more commitments with versions of terms than one answer can list. Contact support."
        );

    private static bool IsActive(RowView row) => row.Choice(CommitmentTable.RuleState) == RuleStateChoice.Active;

    private static CommitmentReadiness Commitment(LessonCall call, IReadOnlyList<Entity> group, ILookup<Guid, Entity> openings)
    {
        var id = group[0].Id;
        var row = new RowView(group[0]);
        var place = new RecordPlace(CommitmentTable.LogicalName, id);
        var isPosted = row.Reference(CommitmentTable.BasePreparationId) is not null;
        var vendor = row.Joined(VendorAlias);
        var numbers = call
            .Documents.Where(document => new RowView(document).Reference(DocumentTable.CommitmentId) == id)
            .Select(document => DocumentRows.Read(document).ApplicationNumber)
            .ToList();
        return new CommitmentReadiness
        {
            Id = id,
            Place = place,
            Number = row.RequiredText(CommitmentTable.Number),
            VendorNumber = row.RequiredText(CommitmentTable.VendorNumber),
            VendorSite = row.RequiredText(CommitmentTable.VendorSite),
            VendorLink = VendorLinkRows.Read(vendor),
            VendorPlace = row.Reference(CommitmentTable.VendorLinkId) is { } link ? new RecordPlace(VendorLinkTable.LogicalName, link) : place,
            Terms = [.. group.Where(one => IsActive(new RowView(one, TermsAlias))).Select(one => Terms(one, row))],
            IsPosted = isPosted,
            Opening = isPosted ? null : OpeningBalanceRows.Read(row, [.. openings[id]]),
            Signature = new OpeningSignature(
                row.Text(CommitmentTable.OpeningSignedBy),
                row.Instant(CommitmentTable.OpeningSignedOn),
                row.Text(CommitmentTable.OpeningHash)
            ),
            LowestNumber = numbers.Count == 0 ? null : numbers.Min(),
        };
    }

    private static TermsInForce Terms(Entity row, RowView commitment) =>
        new(
            TermsVersionRows.Read(
                new RowView(row, TermsAlias),
                commitment.RequiredText(CommitmentTable.Number),
                commitment.RequiredText(CommitmentTable.Currency)
            ),
            new RecordPlace(CommitmentTermsTable.LogicalName, TermsId(row))
        );

    private static Guid? TermsId(Entity row) => StalledRows.JoinedId(row, TermsAlias, CommitmentTermsTable.Id);

    private static bool IsDraftOfTerms(Entity row) => new RowView(row, TermsAlias).Choice(CommitmentTermsTable.RuleState) == RuleStateChoice.Draft;

    private static WaitingDraft TermsDraft(Entity row) =>
        LessonCall.Draft(CommitmentTermsTable.LogicalName, TermsId(row)!.Value, new RowView(row, TermsAlias));

    private static WaitingDraft Draft(Entity row) => LessonCall.Draft(CommitmentTable.LogicalName, row.Id, new RowView(row));

    // A version that replaces the project or its setup is joined to the project's row, each once.
    private static IEnumerable<WaitingDraft> SetupDrafts(LessonCall call) =>
        Joined(call, ProjectReader.ProjectDraft, ProjectTable.LogicalName, ProjectTable.Id)
            .Concat(Joined(call, ProjectReader.PayablesDraft, PayablesSetupTable.LogicalName, PayablesSetupTable.Id));

    private static IEnumerable<WaitingDraft> Joined(LessonCall call, string alias, string table, string idColumn) =>
        from row in call.Rows
        let id = StalledRows.JoinedId(row, alias, idColumn)
        where id is not null
        group row by id.Value into same
        select LessonCall.Draft(table, same.Key, new RowView(same.First(), alias));

    private static PayablesReadiness? Payables(LessonCall call)
    {
        if (call.Row.Reference(ProjectTable.PayablesSetupId) is not { } id)
        {
            return null;
        }

        var row = call.Row.Joined(ProjectReader.Payables);
        var required = VersionedTables.Find(PayablesSetupTable.LogicalName)!.Required;
        return new PayablesReadiness
        {
            Place = new RecordPlace(PayablesSetupTable.LogicalName, id),
            BusinessUnit = row.Text(PayablesSetupTable.BusinessUnit) ?? "",
            IsActive = IsActive(row),
            Missing = [.. required.Where(column => !row.Has(column)).Select(column => Labels.Of(PayablesSetupTable.LogicalName, column))],
            HasHold = row.Has(PayablesSetupTable.HoldName) && row.Has(PayablesSetupTable.HoldReleaseName),
            HasTaxAccount = row.Has(PayablesSetupTable.TaxAccount),
            HasWithholdingAccount = row.Has(PayablesSetupTable.WithholdingAccount),
        };
    }

    // None is asked for where every commitment is posted or began here with application 1.
    private static ILookup<Guid, Entity> Openings(LessonCall call, IEnumerable<RowView> commitments)
    {
        IReadOnlyList<Entity> rows = [];
        if (
            commitments.Any(row =>
                row.Reference(CommitmentTable.BasePreparationId) is null
                && (row.Has(CommitmentTable.OpeningEnteredBy) || OpeningBalanceRows.HeaderColumns.Any(row.Has))
            )
        )
        {
            var query = Rows.Of(OpeningBalanceTable.LogicalName, [OpeningBalanceTable.CommitmentId, .. OpeningBalanceRows.LineColumns]);
            var commitment = query.AddLink(CommitmentTable.LogicalName, OpeningBalanceTable.CommitmentId, CommitmentTable.Id);
            commitment.LinkCriteria.AddCondition(CommitmentTable.ProjectId, ConditionOperator.Equal, call.ProjectId);
            commitment.LinkCriteria.AddCondition(CommitmentTable.BasePreparationId, ConditionOperator.Null);
            query.AddOrder(OpeningBalanceTable.Key, OrderType.Ascending);
            rows = Whole(Rows.Pages(call.Service, query, PagesMax));
        }

        return rows.ToLookup(row => new RowView(row).RequiredReference(OpeningBalanceTable.CommitmentId));
    }

    private static QueryExpression Commitments(Guid projectId)
    {
        var query = Rows.Of(
            CommitmentTable.LogicalName,
            [
                CommitmentTable.Key,
                CommitmentTable.Name,
                CommitmentTable.Number,
                CommitmentTable.Currency,
                CommitmentTable.VendorNumber,
                CommitmentTable.VendorSite,
                CommitmentTable.VendorLinkId,
                CommitmentTable.RuleState,
                CommitmentTable.ReplacesId,
                CommitmentTable.ContributorIds,
                CommitmentTable.Contributors,
                CommitmentTable.BasePreparationId,
                CommitmentTable.OpeningEnteredBy,
                CommitmentTable.OpeningSignedBy,
                CommitmentTable.OpeningSignedOn,
                CommitmentTable.OpeningHash,
                .. OpeningBalanceRows.HeaderColumns,
            ]
        );
        query.Criteria.AddCondition(CommitmentTable.ProjectId, ConditionOperator.Equal, projectId);
        query.Criteria.AddCondition(CommitmentTable.RuleState, ConditionOperator.In, RuleStateChoice.Active, RuleStateChoice.Draft);
        query.AddOrder(CommitmentTable.Key, OrderType.Ascending);
        var terms = query.AddLink(CommitmentTermsTable.LogicalName, CommitmentTable.Id, CommitmentTermsTable.CommitmentId, JoinOperator.LeftOuter);
        terms.LinkCriteria.AddCondition(CommitmentTermsTable.RuleState, ConditionOperator.In, RuleStateChoice.Active, RuleStateChoice.Draft);
        terms.Join(
            TermsAlias,
            [
                CommitmentTermsTable.Id,
                CommitmentTermsTable.Name,
                CommitmentTermsTable.RuleState,
                CommitmentTermsTable.ContributorIds,
                CommitmentTermsTable.Contributors,
                .. TermsVersionRows.Columns,
            ]
        );
        query
            .AddLink(VendorLinkTable.LogicalName, CommitmentTable.VendorLinkId, VendorLinkTable.Id, JoinOperator.LeftOuter)
            .Join(VendorAlias, VendorLinkRows.Columns);
        return query;
    }
}

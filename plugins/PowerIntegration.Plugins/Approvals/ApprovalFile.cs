using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Domain.Approvals;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Users;
using PowerIntegration.Plugins.Findings;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using PowerIntegration.Tables.Versions;

namespace PowerIntegration.Plugins.Approvals;

/// <summary>A document and what of it decides who may approve it, whatever its process: read once it is frozen, under its lock.</summary>
internal sealed class ApprovalFile
{
    private const string PreparationAlias = "preparation";
    private const string ProjectAlias = "project";
    private const string EnvironmentAlias = "environment";

    // Applications of neighboring months are no split of one: their periods end at least so many days apart.
    private const int PeriodDays = 28;

    // Requests of one requester within so many days count together.
    private const int SplitDays = 30;

    private readonly Entity row;

    private ApprovalFile(Entity row) => this.row = row;

    public Guid DocumentId => row.Id;

    public RowView Document => new(row);

    public RowView Preparation => new(row, PreparationAlias);

    public RowView Environment => new(row, EnvironmentAlias);

    public string? TimeZone => new RowView(row, ProjectAlias).Text(ProjectTable.TimeZone);

    public string Name => Document.RequiredText(DocumentTable.Name);

    public Guid EnvironmentId => Document.RequiredReference(DocumentTable.EnvironmentId);

    public DocumentState State => DocumentStates.FromChoice(Document.Choice(DocumentTable.DocumentState)) ?? DocumentState.Received;

    /// <summary>Hash of what waits for an approval; null where nothing does. A reversal waits for its second person, not for an approver.</summary>
    public string? AwaitedHash =>
        State == DocumentState.AwaitingApproval && Document.Choice(DocumentTable.DocumentType) != DocumentTypeChoice.Reversal
            ? Document.Text(DocumentTable.ContentHash)
            : null;

    /// <summary>What a finding about the document is about.</summary>
    public FindingSubject Subject =>
        new(FindingWriter.ScopeOf(Environment), EnvironmentId, new EntityReference(DocumentTable.LogicalName, DocumentId), FindingTable.DocumentId);

    /// <summary>Address of the document in the app; empty where the environment names none.</summary>
    public string Address =>
        Environment.Text(EnvironmentTable.AppAddress) is { Length: > 0 } app
            ? app + (app.IndexOf('?') < 0 ? "?" : "&") + "pagetype=entityrecord&etn=" + DocumentTable.LogicalName + "&id=" + DocumentId
            : "";

    /// <summary>The application that writes the answers of Microsoft Approvals; null where two people named none.</summary>
    public Guid? ApprovalsApplication =>
        Environment.Choice(EnvironmentTable.RuleState) == RuleStateChoice.Active
        && Guid.TryParse(Environment.Text(EnvironmentTable.ApprovalsApplicationId), out var id)
            ? id
            : null;

    public static ApprovalFile? Find(IOrganizationService service, Guid documentId)
    {
        var query = Rows.Of(
            DocumentTable.LogicalName,
            [
                DocumentTable.Key,
                DocumentTable.Name,
                DocumentTable.DocumentState,
                DocumentTable.DocumentType,
                DocumentTable.ReasonCode,
                DocumentTable.Reason,
                DocumentTable.ContentHash,
                DocumentTable.PreparationId,
                DocumentTable.EnvironmentId,
                DocumentTable.ProjectId,
                DocumentTable.CommitmentId,
                DocumentTable.ProcoreId,
                DocumentTable.ProcoreStatus,
                DocumentTable.ApproverName,
                DocumentTable.ApprovedOn,
                DocumentTable.CreatorId,
                DocumentTable.CreatorName,
                DocumentTable.SubmitterId,
                DocumentTable.SubmitterName,
                DocumentTable.PeriodEnd,
                DocumentTable.PayableAmount,
            ]
        );
        query.Criteria.AddCondition(DocumentTable.Id, ConditionOperator.Equal, documentId);
        query
            .AddLink(PreparationTable.LogicalName, DocumentTable.PreparationId, PreparationTable.Id, JoinOperator.LeftOuter)
            .Join(
                PreparationAlias,
                [PreparationTable.Currency, PreparationTable.ApprovalAmount, PreparationTable.Summary, PreparationTable.RuleVersions]
            );
        query
            .AddLink(ProjectTable.LogicalName, DocumentTable.ProjectId, ProjectTable.Id, JoinOperator.LeftOuter)
            .Join(ProjectAlias, [ProjectTable.TimeZone]);
        query
            .AddLink(EnvironmentTable.LogicalName, DocumentTable.EnvironmentId, EnvironmentTable.Id)
            .Join(
                EnvironmentAlias,
                [
                    EnvironmentTable.AppAddress,
                    EnvironmentTable.ApprovalsApplicationId,
                    EnvironmentTable.RuleState,
                    .. FindingWriter.EnvironmentColumns,
                ]
            );
        return Rows.First(service, query) is { } row ? new ApprovalFile(row) : null;
    }

    /// <summary>Everyone who may approve such documents of the project.</summary>
    public IReadOnlyList<ApprovalAuthority> Authorities(IOrganizationService service) =>
        AuthorityReader.Read(
            service,
            EnvironmentId,
            Document.RequiredReference(DocumentTable.ProjectId),
            Document.Choice(DocumentTable.DocumentType) ?? 0
        );

    /// <summary>What is to be approved.</summary>
    public ApprovalSubject ApprovalSubject(IOrganizationService service, DateTime now) =>
        new()
        {
            Name = Name,
            Amount = (Preparation.Amount(PreparationTable.ApprovalAmount) ?? 0m) + SplitAmount(service, now),
            Currency = Preparation.RequiredText(PreparationTable.Currency),
            Requesters =
            [
                new SourcePerson(Document.Text(DocumentTable.CreatorId), Document.Text(DocumentTable.CreatorName)),
                new SourcePerson(Document.Text(DocumentTable.SubmitterId), Document.Text(DocumentTable.SubmitterName)),
            ],
            Contributors = Contributors(service),
        };

    // Who splits a request in two asks for both.
    private decimal SplitAmount(IOrganizationService service, DateTime now)
    {
        if (Document.Text(DocumentTable.SubmitterName) is not { Length: > 0 } submitter)
        {
            return 0m;
        }

        var query = Rows.Of(ApprovalTable.LogicalName, [ApprovalTable.DocumentId]);
        query.Criteria.AddCondition("createdon", ConditionOperator.GreaterEqual, now.AddDays(-SplitDays));
        query.Criteria.AddCondition(
            ApprovalTable.ApprovalState,
            ConditionOperator.In,
            ApprovalStateChoice.ToAsk,
            ApprovalStateChoice.Asked,
            ApprovalStateChoice.Approved
        );
        query
            .AddLink(PreparationTable.LogicalName, ApprovalTable.PreparationId, PreparationTable.Id)
            .Join(PreparationAlias, [PreparationTable.ApprovalAmount]);
        var document = query
            .AddLink(DocumentTable.LogicalName, ApprovalTable.DocumentId, DocumentTable.Id)
            .Join("document", [DocumentTable.PeriodEnd, DocumentTable.ProcoreId]);
        document.LinkCriteria.AddCondition(
            DocumentTable.CommitmentId,
            ConditionOperator.Equal,
            Document.RequiredReference(DocumentTable.CommitmentId)
        );
        document.LinkCriteria.AddCondition(DocumentTable.DocumentType, ConditionOperator.Equal, Document.Choice(DocumentTable.DocumentType));
        document.LinkCriteria.AddCondition(DocumentTable.SubmitterName, ConditionOperator.Equal, submitter);
        document.LinkCriteria.AddCondition(DocumentTable.ProcoreId, ConditionOperator.NotEqual, Document.RequiredText(DocumentTable.ProcoreId));
        return Rows.All(service, query)
            .Select(found => new RowView(found))
            .Where(found => IsSamePeriod(found.Joined("document")))
            .GroupBy(found => found.Joined("document").Text(DocumentTable.ProcoreId))
            .Sum(found => found.Max(one => one.Joined(PreparationAlias).Amount(PreparationTable.ApprovalAmount) ?? 0m));
    }

    private bool IsSamePeriod(RowView other) =>
        Document.Date(DocumentTable.PeriodEnd) is not { } own
        || other.Date(DocumentTable.PeriodEnd) is not { } end
        || Math.Abs((own.ToDateTime() - end.ToDateTime()).Days) < PeriodDays;

    // Everyone who entered or changed a version that the preparation names, table by table.
    private List<Person> Contributors(IOrganizationService service)
    {
        var people = new List<Person>();
        foreach (var used in UsedVersions.KeysByKind(Preparation.Text(PreparationTable.RuleVersions)))
        {
            if (VersionedTables.OfKind(used.Key) is not { } table)
            {
                continue;
            }

            var query = Rows.Of(table.LogicalName, [CommitmentTable.ContributorIds, CommitmentTable.Contributors]);
            query.Criteria.AddCondition(CommitmentTable.Key, ConditionOperator.In, used.Value.Select(key => (object)key).ToArray());
            people.AddRange(
                Rows.All(service, query)
                    .Select(version => new RowView(version))
                    .SelectMany(version => Person.ReadAll(version.Text(CommitmentTable.ContributorIds), version.Text(CommitmentTable.Contributors)))
            );
        }

        return [.. people.GroupBy(person => person.Id).Select(same => same.First())];
    }
}

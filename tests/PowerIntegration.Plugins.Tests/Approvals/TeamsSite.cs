using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Domain.Tests.Builders;
using PowerIntegration.Plugins.Approvals;
using PowerIntegration.Plugins.Tests.Sites;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Tests.Approvals;

/// <summary>
/// A site whose invoices are approved in Teams: Hana Lindqvist may approve up to 100,000 USD, Samuel Ortiz up to 1,000,000. Erin Doyle submits
/// application 1 over 56,200 gross, 50,580 payable. Today is 2025-11-04.
/// </summary>
internal sealed class TeamsSite
{
    /// <summary>The application of the service that writes answers.</summary>
    public static readonly Guid Service = new("9a7e0000-0000-4000-8000-0000000000a5");

    /// <summary>Work of September, all of it on line 1.</summary>
    public static readonly SourceInvoice First = Submitted(1, 52000m);

    public TeamsSite()
    {
        Hana = AddPerson("Hana Lindqvist", "hana");
        Samuel = AddPerson("Samuel Ortiz", "samuel");
        ServiceUser = Site.Add("systemuser", ("fullname", "Approvals service"), ("applicationid", Service), ("isdisabled", false));
        Limit = AddAuthority(Hana, 100_000m);
        HigherLimit = AddAuthority(Samuel, 1_000_000m);
        Set(EnvironmentTable.LogicalName, Site.Environment, EnvironmentTable.ApprovalsApplicationId, Service.ToString("D"));
        Set(EnvironmentTable.LogicalName, Site.Environment, EnvironmentTable.AppAddress, "https://lakeshore.crm.example/main.aspx?appid=1");
        var rule = Site.Dataverse.All(OwnershipRuleTable.LogicalName)[0].Id;
        Set(OwnershipRuleTable.LogicalName, rule, OwnershipRuleTable.ApprovalPlace, new OptionSetValue(ApprovalPlaceChoice.Teams));
        Set(OwnershipRuleTable.LogicalName, rule, OwnershipRuleTable.TriggerStatus, "under_review");
    }

    public Site Site { get; } = new();

    public Guid Hana { get; }

    public Guid Samuel { get; }

    public Guid ServiceUser { get; }

    /// <summary>Hana's authority.</summary>
    public Guid Limit { get; }

    /// <summary>Samuel's authority.</summary>
    public Guid HigherLimit { get; }

    /// <summary>The requests for approval in the order in which they were made.</summary>
    public IReadOnlyList<Entity> Requests => Site.Dataverse.All(ApprovalTable.LogicalName);

    /// <summary>States of the requests in the order in which they were made.</summary>
    public IEnumerable<int?> States => Requests.Select(row => new RowView(row).Choice(ApprovalTable.ApprovalState));

    /// <summary>The latest request.</summary>
    public Guid Latest => Requests[^1].Id;

    /// <summary>An application under review in Procore, of which nobody there has decided anything.</summary>
    public static SourceInvoice Submitted(int number, decimal stored, string submitter = "Erin Doyle") =>
        Sample.Application(number, 0m, [Sample.Line(1, 85000m, 0m, 4200m, stored, 420m, stored / 10m, 0m)]) with
        {
            Status = "under_review",
            ApproverName = null,
            ApproverId = null,
            ApprovedOn = null,
            CreatorName = submitter,
            CreatorId = "611",
            SubmitterName = submitter,
            SubmitterId = "611",
        };

    public RowView Request(Guid id) => new(Site.Dataverse.Row(ApprovalTable.LogicalName, id));

    public RowView Request() => Request(Latest);

    public Guid AddPerson(string name, string address) =>
        Site.Add("systemuser", ("fullname", name), ("domainname", address + "@lakeshorebuilders.example"), ("isdisabled", false));

    public Guid AddAuthority(Guid approver, decimal limit, int state = RuleStateChoice.Active) =>
        Site.Add(
            ApprovalAuthorityTable.LogicalName,
            (ApprovalAuthorityTable.Key, $"LAKESHORE|AUTHORITY|{limit:0}"),
            (ApprovalAuthorityTable.EnvironmentId, new EntityReference(EnvironmentTable.LogicalName, Site.Environment)),
            (ApprovalAuthorityTable.DocumentType, new OptionSetValue(DocumentTypeChoice.SubcontractorInvoice)),
            (ApprovalAuthorityTable.ApproverId, new EntityReference("systemuser", approver)),
            (ApprovalAuthorityTable.LimitAmount, limit),
            (ApprovalAuthorityTable.Currency, "USD"),
            (ApprovalAuthorityTable.ValidFrom, new DateTime(2025, 1, 1)),
            (ApprovalAuthorityTable.RuleState, new OptionSetValue(state))
        );

    /// <summary>Changes one column as two people did meanwhile.</summary>
    public void Set(string table, Guid id, string column, object? value) => Site.Dataverse.Row(table, id)[column] = value;

    public void SetAuthority(Guid id, string column, object? value) => Set(ApprovalAuthorityTable.LogicalName, id, column, value);

    public void SwitchOff(Guid person) => Set("systemuser", person, "isdisabled", true);

    /// <summary>Reads and prepares an application; gives its document.</summary>
    public Guid Prepare(SourceInvoice invoice, int revision = 1, Guid? commitment = null)
    {
        var id = Site.AddDocument(invoice, revision, commitment);
        Site.Prepare(id);
        return id;
    }

    /// <summary>Another person's invoice with the same content that waits and was never asked about; gives its document.</summary>
    public Guid CopyWaiting(Guid document, string procoreId)
    {
        var row = new Entity(DocumentTable.LogicalName);
        row.Attributes.AddRange(Site.Dataverse.Row(DocumentTable.LogicalName, document).Attributes);
        row[DocumentTable.Key] = $"LAKESHORE|1|PROCORE|SUBCONTRACTOR-INVOICE|{procoreId}|1";
        row[DocumentTable.ProcoreId] = procoreId;
        row[DocumentTable.SubmitterName] = "Submitter of " + procoreId;
        return Site.Dataverse.Seed(row);
    }

    /// <summary>Another open request, about a document that no one looks at.</summary>
    public void CopyAsked(Guid request, int number)
    {
        var row = new Entity(ApprovalTable.LogicalName);
        row.Attributes.AddRange(Site.Dataverse.Row(ApprovalTable.LogicalName, request).Attributes);
        row[ApprovalTable.Key] = $"LAKESHORE|COPY|{number}";
        row[ApprovalTable.ApprovalState] = new OptionSetValue(ApprovalStateChoice.Asked);
        row[ApprovalTable.RequestName] = Site.Dataverse.NextId().ToString("D");
        row[ApprovalTable.DocumentId] = new EntityReference(
            DocumentTable.LogicalName,
            CopyWaiting(row.GetAttributeValue<EntityReference>(ApprovalTable.DocumentId).Id, $"71{number:000}")
        );
        row[ApprovalTable.AskedOn] = Site.Now;
        Site.Dataverse.Seed(row);
    }

    /// <summary>Reserves a request for a run; true if the run asks.</summary>
    public bool Claim(Guid request) => (bool)Site.Call(new ClaimApproval(), "pint_ClaimApproval", ("ApprovalId", request))["IsDue"];

    /// <summary>Records that a request was asked; gives the answer.</summary>
    public ParameterCollection RecordRequest(Guid request, Guid approval) =>
        Site.Call(
            new RecordApprovalRequest(),
            "pint_RecordApprovalRequest",
            ("ApprovalId", request),
            ("RequestName", approval.ToString("D").ToUpperInvariant())
        );

    /// <summary>Asks a request as an undisturbed run does; gives the approval.</summary>
    public Guid Ask(Guid request)
    {
        Claim(request);
        var approval = this.AddApproval(request);
        RecordRequest(request, approval);
        return approval;
    }

    /// <summary>Records an answer; gives its effect.</summary>
    public string Record(Guid approval, Guid response) => (string)RecordAnswer(approval, response)["Effect"];

    /// <summary>Records an answer.</summary>
    public ParameterCollection RecordAnswer(Guid approval, Guid response) =>
        Site.Call(new RecordApproval(), "pint_RecordApproval", ("ApprovalId", approval), ("ResponseId", response));

    /// <summary>Runs the hourly sweep an hour later.</summary>
    public ParameterCollection Sweep()
    {
        Site.Now = Site.Now.AddHours(1);
        return Site.Call(new ListApprovals(), "pint_ListApprovals");
    }
}

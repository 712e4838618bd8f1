using System.Text.Json.Nodes;
using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Plugins.Approvals;
using PowerIntegration.Plugins.Documents;
using PowerIntegration.Plugins.Tests.Approvals;
using PowerIntegration.Plugins.Tests.Sites;
using PowerIntegration.Plugins.Tests.Versions;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Tests.Bypass;

/// <summary>
/// What one person, who may write every row of Microsoft Approvals too, tries to have an invoice approved that Hana Lindqvist is asked about. What
/// Dataverse writes by itself, such as who created a row, is what it would be.
/// </summary>
internal sealed class ApprovalAttempts
{
    private static readonly Guid OtherApplication = new("9a7e0000-0000-4000-8000-0000000000ee");

    private readonly TeamsSite teams;
    private readonly Random random;
    private readonly Drafts drafts;
    private readonly bool hasAccomplice;
    private readonly Guid otherService;
    private readonly List<Guid> approvals = [];
    private readonly List<Guid> answers = [];

    /// <summary>Prepares the ground: Dana has, or had, some part in it, and Hana was asked, decided, or is still to be asked.</summary>
    public ApprovalAttempts(TeamsSite teams, Random random, bool hasAccomplice)
    {
        this.teams = teams;
        this.random = random;
        this.hasAccomplice = hasAccomplice;
        drafts = new Drafts(teams.Site);
        otherService = teams.Site.Add("systemuser", ("fullname", "Other service"), ("applicationid", OtherApplication), ("isdisabled", false));
        teams.Set("systemuser", Dana, "domainname", "dana@lakeshorebuilders.example");
        var invoice = TakePart();
        if (random.Next(3) == 0)
        {
            LeaveOldAnswer(invoice);
        }

        if (Document == Guid.Empty)
        {
            Document = teams.Prepare(invoice, revision: 2);
        }

        if (random.Next(6) > 0)
        {
            Decide();
        }

        Steps =
        [
            CreateApproval,
            EditApproval,
            DeleteApproval,
            EnterAndActivateAuthority,
            RaiseLimit,
            NameAnotherService,
            Answer,
            Answer,
            Answer,
            RepeatAnswer,
            RewriteAnswer,
            ChangeWhatIsAsked,
            AskUnderTheSameTitle,
            RecordAnotherRequest,
            AskAgain,
            RunFlows,
            RunFlows,
        ];
    }

    /// <summary>The document that waits.</summary>
    public Guid Document { get; private set; }

    /// <summary>What is tried.</summary>
    public IReadOnlyList<Action> Steps { get; }

    private Guid Dana => teams.Site.Dana;

    private Entity Latest => teams.Site.Dataverse.All(ApprovalTable.LogicalName)[^1];

    /// <summary>Adds what no person alone may change.</summary>
    public void AddTo(IDictionary<string, string> seen)
    {
        foreach (var request in teams.Requests)
        {
            var view = new RowView(request);
            seen[$"request {request.Id}"] = view.Choice(ApprovalTable.ApprovalState) switch
            {
                ApprovalStateChoice.Approved => "approved by " + view.Text(ApprovalTable.AnsweredBy),
                ApprovalStateChoice.Rejected => "rejected by " + view.Text(ApprovalTable.AnsweredBy),
                _ when view.Reference(ApprovalTable.AssigneeId) == Dana => "asked of the attacker",
                _ => BypassTests.Undecided,
            };
        }
    }

    /// <summary>True where the gateway itself would send the document now.</summary>
    public bool IsSent()
    {
        teams.Site.Application = Site.Gateway;
        var answer = teams.Site.Call(
            new ClaimDocument(),
            "pint_ClaimDocument",
            ("DocumentId", Document),
            ("Claim", "gateway"),
            ("ContentHash", teams.Site.Document(Document).Text(DocumentTable.ContentHash))
        );
        teams.Site.Application = null;
        return (bool)answer["IsClaimed"];
    }

    // Whatever the part, Hana is the one to be asked.
    private SourceInvoice TakePart()
    {
        var part = random.Next(9);
        if (part == 0)
        {
            return TeamsSite.First;
        }

        if (part == 1)
        {
            teams.SetAuthority(teams.Limit, ApprovalAuthorityTable.DelegateId, new EntityReference("systemuser", Dana));
            teams.SetAuthority(teams.Limit, ApprovalAuthorityTable.DelegateFrom, teams.Site.Now.Date.AddDays(-20));
            teams.SetAuthority(teams.Limit, ApprovalAuthorityTable.DelegateTo, teams.Site.Now.Date.AddDays(-1));
            return TeamsSite.First;
        }

        var own = teams.AddAuthority(Dana, part == 2 ? 56_199.99m : 60_000m, part == 3 ? RuleStateChoice.Draft : RuleStateChoice.Active);
        switch (part)
        {
            case 4:
                teams.SwitchOff(Dana);
                break;
            case 5:
                teams.SetAuthority(own, ApprovalAuthorityTable.ValidTo, teams.Site.Now.Date.AddDays(-1));
                break;
            case 6:
                teams.SetAuthority(own, ApprovalAuthorityTable.Currency, "EUR");
                break;
            case 7:
                foreach (var terms in teams.Site.Dataverse.All(CommitmentTermsTable.LogicalName))
                {
                    teams.Set(CommitmentTermsTable.LogicalName, terms.Id, CommitmentTermsTable.ContributorIds, Dana.ToString("D"));
                }

                break;
        }

        return part == 8 ? TeamsSite.Submitted(1, 52000m, "Dana Kowalski") : TeamsSite.First;
    }

    // Hana approved what the invoice was before it changed, an hour too late, and no one has recorded it yet.
    private void LeaveOldAnswer(SourceInvoice invoice)
    {
        var isSameRevision = random.Next(2) == 0;
        var document = teams.Prepare(
            isSameRevision ? invoice : TeamsSite.Submitted(1, 50000m, invoice.SubmitterName!),
            revision: isSameRevision ? 2 : 1
        );
        var approval = teams.Ask(Latest.Id);
        approvals.Add(approval);
        answers.Add(teams.AddAnswer(approval, teams.Hana));
        if (isSameRevision)
        {
            teams.Set(PayablesSetupTable.LogicalName, teams.Site.Payables, PayablesSetupTable.PaymentTerms, "Net 45");
            teams.Site.Prepare(document);
            Document = document;
        }
    }

    private void Decide()
    {
        var approval = teams.Ask(Latest.Id);
        approvals.Add(approval);
        var decided = random.Next(6);
        if (decided > 1)
        {
            return;
        }

        var answer = teams.AddAnswer(approval, teams.Hana, decided == 0 ? "Approve" : "Reject");
        answers.Add(answer);
        teams.Record(approval, answer);
    }

    private void CreateApproval()
    {
        teams.Site.Dataverse.Application = AnyApplication();
        var row = new Entity(ApprovalTable.LogicalName);
        row.Attributes.AddRange(Latest.Attributes);
        row[ApprovalTable.Key] = $"MINE{random.Next(100000)}";
        row[ApprovalTable.ApprovalState] = new OptionSetValue(ApprovalStateChoice.Approved);
        teams.Site.Dataverse.Create(row);
    }

    private void EditApproval()
    {
        teams.Site.Dataverse.Application = AnyApplication();
        var column = Pick(
            ApprovalTable.ApprovalState,
            ApprovalTable.ContentHash,
            ApprovalTable.AssigneeId,
            ApprovalTable.AuthorityKey,
            ApprovalTable.Details,
            ApprovalTable.RequestName,
            ApprovalTable.AskedOn,
            ApprovalTable.ResponseId,
            "statecode",
            "ownerid"
        );
        object value = column switch
        {
            ApprovalTable.ApprovalState => new OptionSetValue(ApprovalStateChoice.Approved),
            ApprovalTable.AssigneeId or "ownerid" => User(Dana),
            ApprovalTable.AskedOn => teams.Site.Now.AddDays(-9),
            "statecode" => new OptionSetValue(1),
            _ => "x",
        };
        teams.Site.Dataverse.Update(new Entity(ApprovalTable.LogicalName, Latest.Id) { [column] = value });
    }

    private void DeleteApproval() => teams.Site.Dataverse.Delete(ApprovalTable.LogicalName, Latest.Id);

    private void EnterAndActivateAuthority()
    {
        var id = drafts.Enter(
            Dana,
            new Entity(ApprovalAuthorityTable.LogicalName)
            {
                [ApprovalAuthorityTable.Key] = $"LAKESHORE|AUTHORITY|MINE{random.Next(100000)}",
                [ApprovalAuthorityTable.EnvironmentId] = new EntityReference(EnvironmentTable.LogicalName, teams.Site.Environment),
                [ApprovalAuthorityTable.ProjectId] = new EntityReference(ProjectTable.LogicalName, teams.Site.Project),
                [ApprovalAuthorityTable.DocumentType] = new OptionSetValue(DocumentTypeChoice.SubcontractorInvoice),
                [ApprovalAuthorityTable.ApproverId] = User(Pick([Dana, teams.Site.Luis])),
                [ApprovalAuthorityTable.LimitAmount] = 57_000m,
                [ApprovalAuthorityTable.Currency] = "USD",
                [ApprovalAuthorityTable.ValidFrom] = new DateTime(2025, 1, 1),
            }
        );
        drafts.ReviewAndActivate(hasAccomplice ? teams.Site.Luis : Dana, ApprovalAuthorityTable.LogicalName, id);
    }

    private void RaiseLimit()
    {
        var rows = teams.Site.Dataverse.All(ApprovalAuthorityTable.LogicalName);
        drafts.Edit(
            Dana,
            ApprovalAuthorityTable.LogicalName,
            rows[random.Next(rows.Count)].Id,
            random.Next(2) == 0 ? (ApprovalAuthorityTable.LimitAmount, 9_000_000m) : (ApprovalAuthorityTable.ApproverId, User(Dana))
        );
    }

    // With her own application named as the service, her answers would be the service's.
    private void NameAnotherService()
    {
        if (random.Next(2) == 0)
        {
            drafts.Edit(
                Dana,
                EnvironmentTable.LogicalName,
                teams.Site.Environment,
                (EnvironmentTable.ApprovalsApplicationId, OtherApplication.ToString("D"))
            );
        }
        else
        {
            var id = drafts.Enter(
                Dana,
                new Entity(EnvironmentTable.LogicalName)
                {
                    [EnvironmentTable.Key] = $"LAKESHORE|V{random.Next(100000)}",
                    [EnvironmentTable.ReplacesId] = new EntityReference(EnvironmentTable.LogicalName, teams.Site.Environment),
                    [EnvironmentTable.GatewayApplicationId] = Site.Gateway.ToString("D"),
                    [EnvironmentTable.ApprovalsApplicationId] = OtherApplication.ToString("D"),
                }
            );
            drafts.ReviewAndActivate(Dana, EnvironmentTable.LogicalName, id);
        }
    }

    private void Answer()
    {
        if (approvals.Count == 0)
        {
            return;
        }

        var approval = Pick([.. approvals]);
        var word = random.Next(4) == 0 ? "Reject" : "Approve";
        var answer = hasAccomplice ? teams.AddAnswer(approval, teams.Hana, word) : Forged(approval, word);
        answers.Add(answer);
        Record(approval, answer);
    }

    private Guid Forged(Guid approval, string word)
    {
        var way = random.Next(7);
        var owner = way is 5 or 6 ? Dana : teams.Hana;
        var answer = teams.AddAnswer(approval, owner, word);
        switch (way)
        {
            case 0:
                Write(answer, Dana, Dana);
                break;
            case 1:
                Write(answer, otherService, otherService);
                break;
            case 2:
                Write(answer, teams.Hana, teams.Hana, behalf: Dana);
                break;
            case 3:
                // What an import says about itself.
                Write(answer, teams.Hana, Dana);
                teams.Change(PlatformRows.Response, answer, "overriddencreatedon", teams.Site.Now);
                break;
            case 4:
                Write(answer, teams.ServiceUser, Dana);
                break;
            case 5:
                // Her own answer, which the service wrote: someone made her a recipient.
                teams.AddRecipient(approval, Dana);
                break;
        }

        return answer;
    }

    private void Write(Guid answer, Guid creator, Guid changer, Guid? behalf = null)
    {
        teams.Change(PlatformRows.Response, answer, "createdby", User(creator));
        teams.Change(PlatformRows.Response, answer, "modifiedby", User(changer));
        if (behalf is { } other)
        {
            teams.Change(PlatformRows.Response, answer, random.Next(2) == 0 ? "createdonbehalfby" : "modifiedonbehalfby", User(other));
        }
    }

    private void RepeatAnswer()
    {
        if (answers.Count > 0)
        {
            Record(Pick([.. approvals]), Pick([.. answers]));
        }
    }

    // An answer that the service wrote is turned around, or given to another approval.
    private void RewriteAnswer()
    {
        if (answers.Count == 0)
        {
            return;
        }

        var answer = Pick([.. answers]);
        if (random.Next(2) == 0)
        {
            teams.Change(PlatformRows.Response, answer, "msdyn_flow_approvalresponse_response", "Approve");
        }
        else
        {
            teams.Change(
                PlatformRows.Response,
                answer,
                "msdyn_flow_approvalresponse_approval",
                new EntityReference(PlatformRows.Approval, approvals[^1])
            );
        }

        teams.Change(PlatformRows.Response, answer, "modifiedby", User(Dana));
        Record(approvals[^1], answer);
    }

    private void ChangeWhatIsAsked()
    {
        if (approvals.Count == 0)
        {
            return;
        }

        var approval = approvals[^1];
        var recipient = teams
            .Site.Dataverse.All(PlatformRows.Request)
            .First(row => row.GetAttributeValue<EntityReference>("msdyn_flow_approvalrequest_approval").Id == approval);
        var person = teams.Hana;
        switch (random.Next(4))
        {
            case 0:
                teams.Change(PlatformRows.Approval, approval, "msdyn_flow_approval_details", "Lunch?");
                break;
            case 1:
                teams.Change(PlatformRows.Approval, approval, "msdyn_flow_approval_allowreassign", true);
                break;
            case 2:
                person = Dana;
                teams.Change(PlatformRows.Request, recipient.Id, "ownerid", User(Dana));
                break;
            default:
                teams.Change(PlatformRows.Approval, approval, "msdyn_flow_approval_title", "Lunch?");
                break;
        }

        // Whoever is asked about lunch says yes to lunch.
        if (random.Next(2) == 0)
        {
            Record(approval, teams.AddAnswer(approval, person));
        }
    }

    // Hana says yes to something else that has our title.
    private void AskUnderTheSameTitle()
    {
        var approval = teams.AddApproval(Latest.Id);
        teams.Change(PlatformRows.Approval, approval, "msdyn_flow_approval_details", "Lunch?");
        var answer = teams.AddAnswer(approval, teams.Hana);
        if (random.Next(2) == 0)
        {
            Become();
            teams.RecordRequest(Latest.Id, approval);
        }

        Record(approval, answer);
    }

    private void RecordAnotherRequest()
    {
        Become();
        var request = Pick([.. teams.Requests.Select(row => row.Id)]);
        if (random.Next(2) == 0)
        {
            teams.Claim(request);
        }

        if (approvals.Count > 0)
        {
            teams.RecordRequest(request, Pick([.. approvals]));
        }
    }

    // She has the controller's role too: what was rejected, one controller has asked again. Nothing else is.
    private void AskAgain()
    {
        var isRejected = teams.States.Contains(ApprovalStateChoice.Rejected);
        switch (random.Next(isRejected ? 2 : 3))
        {
            case 0:
                teams.Site.Application = OtherApplication;
                break;
            case 1:
                teams.Site.Authenticated = Dana;
                teams.Site.Caller = teams.Site.Luis;
                break;
        }

        teams.Site.Call(new AskApprovalAgain(), "pint_AskApprovalAgain", ("DocumentId", Document), ("Reason", "Please"));
    }

    // What the shipped flows do every hour, whoever wrote the rows.
    private void RunFlows()
    {
        var listed = teams.Sweep();
        foreach (var answer in JsonNode.Parse((string)listed["Answers"])!.AsArray())
        {
            teams.Record(Guid.Parse(answer!["approvalId"]!.ToString()), Guid.Parse(answer["responseId"]!.ToString()));
        }

        foreach (var request in JsonNode.Parse((string)listed["ToAsk"])!.AsArray())
        {
            approvals.Add(teams.Ask(Guid.Parse(request!.ToString())));
        }
    }

    private void Record(Guid approval, Guid answer)
    {
        Become();
        teams.Record(approval, answer);
    }

    // The flow, a person, or another application: what is recorded is read from the rows, whoever asks for it.
    private void Become() => teams.Site.Application = AnyApplication();

    private Guid AnyApplication() => random.Next(2) == 0 ? Guid.Empty : OtherApplication;

    private static EntityReference User(Guid id) => new("systemuser", id);

    private T Pick<T>(params T[] choices) => choices[random.Next(choices.Length)];
}

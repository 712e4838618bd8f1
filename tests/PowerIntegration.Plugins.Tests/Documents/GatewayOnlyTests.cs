using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Documents;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Source;
using PowerIntegration.Domain.Tests.Builders;
using PowerIntegration.Plugins.Attachments;
using PowerIntegration.Plugins.Dispatch;
using PowerIntegration.Plugins.Documents;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices;
using PowerIntegration.Plugins.Processes.SubcontractorInvoices.Holds;
using PowerIntegration.Plugins.Tests.Sites;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Documents;

/// <summary>The application that is registered for the environment creates, claims and records documents; no other caller does.</summary>
public sealed class GatewayOnlyTests
{
    private static readonly SourceInvoice First = Sample.Application(1, 0m, [Sample.Line(1, 85000m, 0m, 4200m, 52000m, 420m, 5200m, 0m)]);
    private static readonly Guid Flows = new("9a7e0000-0000-4000-8000-000000000002");

    private readonly Site site = new();

    public static TheoryData<string> Callers => ["person", "another application"];

    [Theory]
    [MemberData(nameof(Callers))]
    public void An_invented_posting_is_refused(string caller)
    {
        var id = Prepared();
        Become(caller);
        var refusal = Assert.Throws<InvalidPluginExecutionException>(() => site.RecordPosted(id));
        Assert.Contains("Only the gateway of environment LAKESHORE", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(DocumentState.Prepared, site.State(id));
        Assert.Empty(site.Dataverse.Written);
    }

    [Theory]
    [MemberData(nameof(Callers))]
    public void A_claim_is_refused(string caller)
    {
        var id = Prepared();
        Become(caller);
        Assert.Throws<InvalidPluginExecutionException>(() =>
            site.Call(
                new ClaimDocument(),
                "pint_ClaimDocument",
                ("DocumentId", id),
                ("Claim", "mine"),
                ("ContentHash", site.Document(id).Text(DocumentTable.ContentHash))
            )
        );
        Assert.Null(site.Document(id).Text(DocumentTable.ClaimedBy));
    }

    [Theory]
    [MemberData(nameof(Callers))]
    public void Files_and_holds_are_the_gateways_too(string caller)
    {
        var id = Prepared();
        site.RecordPosted(id);
        Become(caller);
        AssertRefused(() => site.Call(new ClaimAttachments(), "pint_ClaimAttachments", ("DocumentId", id), ("Claim", "mine")));
        AssertRefused(() =>
            site.Call(new RecordAttachments(), "pint_RecordAttachments", ("DocumentId", id), ("Claim", "mine"), ("Results", "[]"), ("IsLast", true))
        );
        AssertRefused(() => site.Call(new ClaimHoldRelease(), "pint_ClaimHoldRelease", ("DocumentId", id), ("ContentHash", "x")));
        AssertRefused(() => site.Call(new RecordHoldReview(), "pint_RecordHoldReview", ("DocumentId", id), ("ReadBack", "[]")));
    }

    [Fact]
    public void Where_no_gateway_is_registered_nobody_is_one()
    {
        var id = Prepared();
        site.Dataverse.Row(EnvironmentTable.LogicalName, site.Environment)[EnvironmentTable.GatewayApplicationId] = null;
        var refusal = Assert.Throws<InvalidPluginExecutionException>(() => site.RecordPosted(id));
        Assert.Contains("Environment LAKESHORE has no active gateway application ID", refusal.Message, StringComparison.Ordinal);
        site.Dataverse.Row(EnvironmentTable.LogicalName, site.Environment)[EnvironmentTable.GatewayApplicationId] = Guid.Empty.ToString();
        Become("person");
        Assert.Throws<InvalidPluginExecutionException>(() => site.RecordPosted(id));
    }

    [Fact]
    public void What_was_never_claimed_cannot_have_been_posted()
    {
        var id = Prepared();
        var answer = site.Call(
            new RecordOutcome(),
            "pint_RecordOutcome",
            ("DocumentId", id),
            ("Outcome", "posted"),
            ("Claim", "never-made"),
            ("ContentHash", site.Document(id).Text(DocumentTable.ContentHash)),
            ("ReadBack", OracleAnswers.ReadBack(site.Frozen(id), site.Key(id)))
        );
        Assert.Equal("Prepared document-claimed", answer["State"] + " " + answer["ReasonCode"]);
        Assert.Equal(["pint_lock"], site.Dataverse.Written.Select(row => row.LogicalName));
    }

    [Theory]
    [MemberData(nameof(Callers))]
    public void An_invented_document_is_refused(string caller)
    {
        site.Dataverse.Application = caller == "person" ? Guid.Empty : Flows;
        var refusal = Assert.Throws<InvalidPluginExecutionException>(() => site.Dataverse.Create(NewDocument()));
        Assert.Contains("Only the gateway", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(site.Dataverse.All(DocumentTable.LogicalName));
    }

    [Theory]
    [MemberData(nameof(Callers))]
    public void A_line_or_a_file_is_added_to_a_document_by_no_one_else(string caller)
    {
        var id = Prepared();
        var line = new Entity(SourceLineTable.LogicalName)
        {
            [SourceLineTable.Key] = site.Key(id) + "|S99",
            [SourceLineTable.DocumentId] = new EntityReference(DocumentTable.LogicalName, id),
        };
        var file = new Entity(AttachmentTable.LogicalName)
        {
            [AttachmentTable.Key] = site.Key(id) + "|F99",
            [AttachmentTable.DocumentId] = new EntityReference(DocumentTable.LogicalName, id),
            [AttachmentTable.AttachmentState] = new OptionSetValue(AttachmentStateChoice.Waiting),
        };
        site.Dataverse.Application = caller == "person" ? Guid.Empty : Flows;
        AssertRefused(() => site.Dataverse.Create(line));
        AssertRefused(() => site.Dataverse.Create(file));

        site.Dataverse.Application = Site.Gateway;
        site.Dataverse.Create(file);
        line.Attributes.Remove(SourceLineTable.DocumentId);
        AssertRefused(() => site.Dataverse.Create(line));
    }

    [Fact]
    public void Lines_that_come_with_their_document_are_not_asked_about_one_by_one()
    {
        var row = NewDocument();
        row.RelatedEntities[new Relationship(Relationships.SourceLinesOfDocument)] = new EntityCollection([
            .. Enumerable.Range(1, 20).Select(number => new Entity(SourceLineTable.LogicalName) { [SourceLineTable.Key] = $"KEY|S{number}" }),
        ]);
        site.Dataverse.Requests.Clear();
        site.Dataverse.Create(row);

        Assert.Equal(20, site.Dataverse.All(SourceLineTable.LogicalName).Count);
        Assert.Equal(["Create pint_document", "RetrieveMultiple pint_environment"], site.Dataverse.Requests);
    }

    [Fact]
    public void The_environment_may_be_named_by_its_key()
    {
        var row = NewDocument();
        row[DocumentTable.EnvironmentId] = new EntityReference(EnvironmentTable.LogicalName, EnvironmentTable.Key, "LAKESHORE");
        site.Dataverse.Create(row);
        site.Dataverse.Application = Flows;
        row[DocumentTable.Key] = "LAKESHORE|1|PROCORE|SUBCONTRACTOR-INVOICE|67|1";
        AssertRefused(() => site.Dataverse.Create(row));
    }

    [Fact]
    public void A_document_without_environment_has_no_gateway()
    {
        var row = NewDocument();
        row.Attributes.Remove(DocumentTable.EnvironmentId);
        Assert.Throws<InvalidPluginExecutionException>(() => site.Dataverse.Create(row));
    }

    // One person can enter a draft of an environment; its gateway is nobody's until a second person activates it.
    [Fact]
    public void A_draft_of_an_environment_registers_no_gateway()
    {
        site.Dataverse.Application = Guid.Empty;
        var draft = site.Dataverse.Create(
            new Entity(EnvironmentTable.LogicalName) { [EnvironmentTable.Key] = "MINE", [EnvironmentTable.GatewayApplicationId] = Flows.ToString() }
        );
        site.Dataverse.Application = Flows;
        var row = NewDocument(draft);
        var refusal = Assert.Throws<InvalidPluginExecutionException>(() => site.Dataverse.Create(row));
        Assert.Contains("no active gateway", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(site.Dataverse.All(DocumentTable.LogicalName));
    }

    [Fact]
    public void A_person_enters_no_line_and_no_file()
    {
        site.Dataverse.Application = Guid.Empty;
        AssertRefused(() => site.Dataverse.Create(new Entity(SourceLineTable.LogicalName) { [SourceLineTable.Key] = "L" }));
        AssertRefused(() =>
            site.Dataverse.Create(
                new Entity(AttachmentTable.LogicalName)
                {
                    [AttachmentTable.Key] = "A",
                    [AttachmentTable.AttachmentState] = new OptionSetValue(AttachmentStateChoice.Waiting),
                }
            )
        );
    }

    [Fact]
    public void An_application_decides_nothing_and_neither_does_who_acts_in_anothers_name()
    {
        var id = Prepared();
        site.RecordPosted(id);
        site.Application = Flows;
        AssertRefused(() => Reverse(id));
        site.Application = null;
        site.Authenticated = site.Luis;
        var refusal = Assert.Throws<InvalidPluginExecutionException>(() => Reverse(id));
        Assert.Contains("in the name of another user", refusal.Message, StringComparison.Ordinal);
        AssertRefused(() =>
            site.Call(new RecordDecision(), "pint_RecordDecision", ("DocumentId", id), ("Decisions", """{"postAgain":{"reason":"Mistake"}}"""))
        );
        site.Authenticated = Guid.Empty;
        Reverse(id);
    }

    private static Entity NewDocument(Guid environment) =>
        new(DocumentTable.LogicalName)
        {
            [DocumentTable.Key] = "LAKESHORE|1|PROCORE|SUBCONTRACTOR-INVOICE|66|1",
            [DocumentTable.DocumentState] = new OptionSetValue(DocumentStateChoice.Received),
            [DocumentTable.DocumentType] = new OptionSetValue(DocumentTypeChoice.SubcontractorInvoice),
            [DocumentTable.EnvironmentId] = new EntityReference(EnvironmentTable.LogicalName, environment),
        };

    private static void AssertRefused(Action action) => Assert.Throws<InvalidPluginExecutionException>(action);

    private Entity NewDocument() => NewDocument(site.Environment);

    private void Reverse(Guid id) => site.Call(new PrepareReversal(), "pint_PrepareReversal", ("DocumentId", id), ("Reason", "Wrong site"));

    private void Become(string caller) => site.Application = caller == "person" ? Guid.Empty : Flows;

    private Guid Prepared()
    {
        var id = site.AddDocument(First);
        Assert.Equal("Prepared", site.Prepare(id)["State"]);
        return id;
    }
}

using System.Text.Json.Nodes;
using PowerIntegration.Packer.Sources;
using Xunit;

namespace PowerIntegration.Packer.Tests.Flows;

public sealed class ShippedFlowTests
{
    [Fact]
    public void The_poll_runs_every_five_minutes_and_never_twice_at_once()
    {
        JsonNode trigger = Flow("PI-Intake-PollProcore").Triggers["Recurrence"]!;
        Assert.Equal("""{"frequency":"Minute","interval":5}""", trigger["recurrence"]!.ToJsonString());
        Assert.Equal(1, (int)trigger["runtimeConfiguration"]!["concurrency"]!["runs"]!);
    }

    [Fact]
    public void Submit_is_never_repeated_by_the_flow() => Assert.Equal("none", (string)Action("Submit_document")["inputs"]!["retryPolicy"]!["type"]!);

    [Fact]
    public void Only_a_prepared_document_is_submitted()
    {
        JsonObject decision = Action("If_prepared");
        Assert.Equal(["Submit_document"], decision["actions"]!.AsObject().Select(action => action.Key));
        Assert.Empty(decision["else"]!["actions"]!.AsObject());
        Assert.Equal(
            """{"and":[{"equals":["@outputs(\u0027Prepare_subcontractor_invoice\u0027)?[\u0027body/State\u0027]","Prepared"]}]}""",
            decision["expression"]!.ToJsonString()
        );
    }

    [Fact]
    public void The_trigger_waits_for_new_events_of_subcontractor_invoices()
    {
        JsonNode parameters = Submit.Triggers["When_an_invoice_event_is_new"]!["inputs"]!["parameters"]!;
        string eventState = Value("pint_eventstate", "New");
        string recordType = Value("pint_recordtype", "Subcontractor invoice");
        Assert.Equal(
            $"pint_eventstate eq {eventState} and pint_recordtype eq {recordType}",
            (string)parameters["subscriptionRequest/filterexpression"]!
        );
        Assert.Equal(4, (int)parameters["subscriptionRequest/message"]!);
    }

    [Fact]
    public void A_failed_step_marks_the_event_as_failed()
    {
        Assert.Equal("""{"Try":["Failed","TimedOut"]}""", Action("Catch")["runAfter"]!.ToJsonString());
        Assert.Equal(Value("pint_eventstate", "Failed"), Action("Mark_event_failed")["inputs"]!["parameters"]!["item/pint_eventstate"]!.ToString());
    }

    [Fact]
    public void No_expression_computes_anything()
    {
        string[] arithmetic = ["add(", "sub(", "mul(", "div(", "mod(", "float(", "int("];
        Assert.All(
            Repository.Solutions()[2].FilesIn("Workflows", ".json"),
            file =>
                Assert.DoesNotContain(
                    arithmetic,
                    function => Repository.Solutions()[2].Json(file)!.ToJsonString().Contains(function, StringComparison.Ordinal)
                )
        );
    }

    private static FlowSource Submit => Flow("PI-Subcontractorinvoices-SubmitInvoice");

    private static FlowSource Flow(string name)
    {
        UnpackedSolution solution = Repository.Solutions()[2];
        string file = solution.FilesIn("Workflows", ".json").Single(file => file.Contains(name, StringComparison.Ordinal));
        return new FlowSource(file, solution.Json(file));
    }

    private static JsonObject Action(string name) => Submit.Step(name)!.Node;

    private static string Value(string choice, string label) =>
        (string)
            Repository
                .Solutions()[1]
                .Xml($"OptionSets/{choice}.xml")
                .Element.Descendants("option")
                .Single(option => (string?)option.Descendants("label").Single().Attribute("description") == label)
                .Attribute("value")!;
}

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
    public void The_sweep_runs_every_ten_minutes_and_never_twice_at_once()
    {
        JsonNode trigger = Flow("PI-Documents-Sweep").Triggers["Recurrence"]!;
        Assert.Equal("""{"frequency":"Minute","interval":10}""", trigger["recurrence"]!.ToJsonString());
        Assert.Equal(1, (int)trigger["runtimeConfiguration"]!["concurrency"]!["runs"]!);
    }

    [Theory]
    [InlineData("PI-Documents-SubmitPrepared")]
    [InlineData("PI-Documents-Sweep")]
    public void Submit_is_never_repeated_by_the_flow(string flow) =>
        Assert.Equal("none", (string)Flow(flow).Step("Submit_document")!.Node["inputs"]!["retryPolicy"]!["type"]!);

    [Fact]
    public void Every_prepared_document_is_submitted_whatever_it_is_about_but_what_is_not_sent()
    {
        JsonNode parameters = Flow("PI-Documents-SubmitPrepared").Triggers["When_a_document_is_prepared"]!["inputs"]!["parameters"]!;
        Assert.Equal(
            $"pint_documentstate eq {Value("pint_documentstate", "Prepared")} and pint_documenttype ne {Value("pint_documenttype", "Owner invoice")}",
            (string)parameters["subscriptionRequest/filterexpression"]!
        );
    }

    [Fact]
    public void The_trigger_waits_for_new_events_of_subcontractor_invoices()
    {
        JsonNode parameters = Prepare.Triggers["When_an_invoice_event_is_new"]!["inputs"]!["parameters"]!;
        string eventState = Value("pint_eventstate", "New");
        string recordType = Value("pint_recordtype", "Subcontractor invoice");
        Assert.Equal(
            $"pint_eventstate eq {eventState} and pint_recordtype eq {recordType}",
            (string)parameters["subscriptionRequest/filterexpression"]!
        );
        Assert.Equal(4, (int)parameters["subscriptionRequest/message"]!);
    }

    [Fact]
    public void Every_flow_catches_what_fails_and_hands_it_over_as_a_text_whatever_it_is() =>
        Assert.All(
            Repository.Solutions()[2].FilesIn("Workflows", ".json"),
            file =>
            {
                FlowSource flow = new(file, Repository.Solutions()[2].Json(file));
                Assert.Equal("""{"Try":["Failed","TimedOut"]}""", flow.Step("Catch")!.Node["runAfter"]!.ToJsonString());
                JsonNode parameters = flow.Step("Report_failure")!.Node["inputs"]!["parameters"]!;
                Assert.Equal("pint_ReportFailure", (string)parameters["actionName"]!);

                // What failed within a loop is in the results of the loop.
                string? loop = flow.Steps.SingleOrDefault(step => step.Kind == "Until")?.Name;
                string results = loop is null ? "result('Try')" : $"union(result('Try'), result('{loop}'))";
                Assert.Equal($"@string({results})", (string)parameters["item/Steps"]!);
            }
        );

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

    private static FlowSource Prepare => Flow("PI-Subcontractorinvoices-PrepareInvoice");

    private static FlowSource Flow(string name)
    {
        UnpackedSolution solution = Repository.Solutions()[2];
        string file = solution.FilesIn("Workflows", ".json").Single(file => file.Contains(name, StringComparison.Ordinal));
        return new FlowSource(file, solution.Json(file));
    }

    private static string Value(string choice, string label) =>
        (string)
            Repository
                .Solutions()[1]
                .Xml($"OptionSets/{choice}.xml")
                .Element.Descendants("option")
                .Single(option => (string?)option.Descendants("label").Single().Attribute("description") == label)
                .Attribute("value")!;
}

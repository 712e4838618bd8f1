using Microsoft.Xrm.Sdk;
using Xunit;

namespace PowerIntegration.Local.Tests.Dataverse;

public sealed class PluginErrorTests
{
    private const string AllAnnotations = "odata.include-annotations=\"*\"";

    [Fact]
    public async Task What_a_plug_in_says_reaches_the_caller_word_for_word()
    {
        await using var desk = Desk.Start(solution =>
            solution.Step("Create", "cts_customer", 20, plug => throw new InvalidPluginExecutionException("Line 3 has no 'task' & no amount."))
        );
        var answer = await desk.SendAsync("POST", "cts_customers", """{"cts_name":"Prairie"}""");
        Assert.Equal((400, "0x80040265", "Line 3 has no 'task' & no amount."), (answer.Status, answer.Code, answer.Message));
        Assert.Null(answer.Json!["error"]!["@Microsoft.PowerApps.CDS.TraceText"]);
    }

    [Fact]
    public async Task Status_code_and_trace_show_only_where_annotations_are_asked_for()
    {
        await using var desk = Desk.Start(solution =>
            solution.Step(
                "Create",
                "cts_customer",
                20,
                plug =>
                {
                    plug.Trace.Trace("looked at the customer");
                    throw new InvalidPluginExecutionException(OperationStatus.Failed, 4711, "No.");
                }
            )
        );
        var error = (await desk.SendAsync("POST", "cts_customers", """{"cts_name":"Prairie"}""", null, ("Prefer", AllAnnotations))).Json!["error"]!;
        Assert.Equal("0x80040265", (string?)error["code"]);
        Assert.Equal("4711", (string?)error["@Microsoft.PowerApps.CDS.ErrorDetails.SubErrorCode"]);
        Assert.Contains("looked at the customer", (string?)error["@Microsoft.PowerApps.CDS.TraceText"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Any_other_exception_is_an_unexpected_error_of_the_plug_in()
    {
        await using var desk = Desk.Start(solution => solution.Step("Create", "cts_customer", 20, plug => throw new FormatException("Bad text.")));
        var answer = await desk.SendAsync("POST", "cts_customers", """{"cts_name":"Prairie"}""");
        Assert.Equal((500, "0x80040224"), (answer.Status, answer.Code));
        Assert.Contains("Bad text.", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_fault_of_a_call_that_a_plug_in_lets_through_keeps_its_code()
    {
        await using var desk = Desk.Start(solution =>
            solution.Step("Create", "cts_case", 20, plug => plug.Service.Create(new Entity("cts_customer") { ["cts_note"] = new string('x', 101) }))
        );
        var answer = await desk.SendAsync("POST", "cts_cases", """{"cts_name":"case"}""");
        Assert.Equal((400, "0x80044331"), (answer.Status, answer.Code));
    }
}

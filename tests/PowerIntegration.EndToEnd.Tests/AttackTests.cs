using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Sandbox.Attack;
using PowerIntegration.Sandbox.Hosting;
using PowerIntegration.Tables;
using Xunit;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>A few attempts on the first months of the job. The long run is made by command.</summary>
public sealed class AttackTests
{
    private const int Seed = 20261130;

    [Fact]
    public async Task No_attempt_changes_what_the_job_comes_to()
    {
        using var data = Months(4);
        var (code, output, _) = await SandboxLine.RunAsync("attack", "--attempts", "200", "--seed", "20261130", "--data", data.Folder);

        Assert.True(code == 0, output);
        Assert.Contains("Seed 20261130.", output, StringComparison.Ordinal);
        Assert.Matches("all +200 ", output);
        Assert.Contains("None succeeded. As without them: ", output, StringComparison.Ordinal);
    }

    // The run itself would be blind otherwise: someone enters an invoice in Oracle past the product, and the run names the attempt.
    [Fact]
    public async Task What_is_done_past_the_controls_is_noticed_at_the_attempt_that_did_it()
    {
        using var data = Months(2);
        var run = new AttackRun(RepositoryLayout.Find(), data.Folder, Seed)
        {
            Hole = (sandbox, number) => number == 7 ? EnterAsync(sandbox) : Task.CompletedTask,
        };

        var result = await run.RunAsync(60, 60, SandboxDriver.Cancellation);

        Assert.Equal(7, result.Success!.Number);
        var lines = AttackText.Of(result, 60, Seed).ToList();
        Assert.Contains(lines, line => line.StartsWith("Attempt 7 succeeded: ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("Oracle POST invoices was '3' and is '4'.", StringComparison.Ordinal));
        Assert.EndsWith("attack --attempts 60 --seed 20261130 --until 7", lines[^1], StringComparison.Ordinal);
    }

    // What shows only in what is billed next: a period that someone closed for the product.
    [Fact]
    public async Task What_shows_in_the_next_month_only_is_noticed_there()
    {
        using var data = Months(2);
        var run = new AttackRun(RepositoryLayout.Find(), data.Folder, Seed)
        {
            Hole = (sandbox, number) =>
            {
                if (number == 7)
                {
                    sandbox.Oracle.SetPeriodStatus("Nov-25", "Closed");
                }

                return Task.CompletedTask;
            },
        };

        var result = await run.RunAsync(60, 60, SandboxDriver.Cancellation);

        Assert.Null(result.Success!.Attempt);
        Assert.Equal(20, result.Success.Number);
        Assert.Contains(result.Success.Differences, difference => difference.StartsWith("Oracle invoice ", StringComparison.Ordinal));
    }

    // Asking for a reversal is one person's to do; it waits for a second one. A line of what is posted is no one's.
    [Fact]
    public async Task A_reversal_that_only_waits_is_no_success_and_a_new_line_of_a_posted_document_is()
    {
        using var data = Months(1);
        var waits = await WithAsync(data, AskForReversalAsync);
        Assert.Null(waits.Success);

        var result = await WithAsync(data, AddLineAsync);
        var difference = Assert.Single(result.Success!.Differences);
        Assert.StartsWith("pint_documentline ", difference, StringComparison.Ordinal);
    }

    // At the last attempt, when nothing is left to bill.
    private static Task<AttackResult> WithAsync(ChangedData data, Func<RunningSandbox, Task> done) =>
        new AttackRun(RepositoryLayout.Find(), data.Folder, Seed)
        {
            Hole = (sandbox, number) => number == 5 ? done(sandbox) : Task.CompletedTask,
        }.RunAsync(5, 5, SandboxDriver.Cancellation);

    private static Task AskForReversalAsync(RunningSandbox sandbox)
    {
        var controller = sandbox.Seed.Users.First(user => user.Name == "maria.keller");
        var service = sandbox.Dataverse.CreateService(controller.SystemUserId);
        var request = new OrganizationRequest("pint_PrepareReversal") { ["DocumentId"] = Posted(sandbox).Id, ["Reason"] = "Billed twice." };
        var answer = service.Execute(request);
        Assert.Equal("AwaitingApproval", answer["State"]);
        Assert.NotEqual(Guid.Empty, Assert.IsType<Guid>(answer["PreparationId"]));
        return Task.CompletedTask;
    }

    private static Task AddLineAsync(RunningSandbox sandbox)
    {
        var service = sandbox.Dataverse.CreateService(null);
        var lines = service.RetrieveMultiple(new QueryExpression(DocumentLineTable.LogicalName) { ColumnSet = new ColumnSet(true) }).Entities;
        var copy = new Entity(DocumentLineTable.LogicalName);
        foreach (var column in lines[0].Attributes.Where(column => column.Key.StartsWith("pint_", StringComparison.Ordinal)))
        {
            copy[column.Key] = column.Value;
        }

        copy.Attributes.Remove(DocumentLineTable.Id);
        copy[DocumentLineTable.Key] = "one more";
        _ = service.Create(copy);
        return Task.CompletedTask;
    }

    private static Entity Posted(RunningSandbox sandbox)
    {
        var query = new QueryExpression(DocumentTable.LogicalName) { ColumnSet = new ColumnSet(DocumentTable.DocumentState) };
        query.Criteria.AddCondition(DocumentTable.DocumentState, ConditionOperator.Equal, DocumentStateChoice.Posted);
        return sandbox.Dataverse.CreateService(null).RetrieveMultiple(query).Entities[^1];
    }

    private static ChangedData Months(int count) =>
        new ChangedData().With(
            "months.json",
            root =>
            {
                var months = root["months"]!.AsArray();
                while (months.Count > count)
                {
                    months.RemoveAt(count);
                }
            }
        );

    private static async Task EnterAsync(RunningSandbox sandbox)
    {
        var credentials = $"{sandbox.Credentials.OracleClientId}:{sandbox.Credentials.OracleClientSecret}";
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{sandbox.Root}/oracle/fscmRestApi/resources/11.13.18.05/invoices")
        {
            Content = new StringContent(
                new JsonObject { ["InvoiceNumber"] = "MINE" }.ToJsonString(),
                Encoding.UTF8,
                new MediaTypeHeaderValue("application/vnd.oracle.adf.resourceitem+json")
            ),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials)));
        request.Headers.Add("REST-Framework-Version", "4");
        using var response = await sandbox.Client.SendAsync(request, SandboxDriver.Cancellation);
    }
}

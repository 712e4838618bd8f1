using System.Net.Http;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using PowerIntegration.Local.Oracle;
using PowerIntegration.Local.Procore.Faults;
using Xunit;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>The files of a Procore invoice become attachments of its Oracle invoice, once; whatever fails, the money is posted.</summary>
public sealed class AttachmentTests
{
    private const string Label = "@OData.Community.Display.V1.FormattedValue";
    private const string Number = "HE-40213";
    private const string Attachments = "invoices/{invoicesUniqID}/child/attachments";
    private static readonly byte[] Signed = Encoding.UTF8.GetBytes("%PDF-1.4 signed application");

    [Fact]
    public async Task A_signed_application_is_attached_after_posting_with_its_hash_and_once()
    {
        await using var driver = await SandboxDriver.StartAsync();
        await BillAsync(driver, ("signed application.pdf", "application/pdf", Signed), ("backup.csv", "text/csv", "a,b\n1,2\n"u8.ToArray()));

        var document = await driver.DocumentAsync(Number);
        Assert.Equal("Posted", document["pint_documentstate" + Label]!.ToString());
        var files = await FilesAsync(driver, document);
        Assert.Equal(["Sent", "Sent"], files.Select(State));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Signed));
        Assert.Equal(
            ("signed application.pdf", hash, Signed.Length),
            (files[0]["pint_name"]!.ToString(), files[0]["pint_sha256"]!.ToString(), files[0]["pint_size"]!.GetValue<int>())
        );
        Assert.NotNull(files[0]["pint_senton"]);
        Assert.NotNull(files[0]["pint_oracleattachmentid"]);
        var attached = driver.Sandbox.Oracle.Attachments;
        Assert.Equal([(Number, "signed application.pdf"), (Number, "backup.csv")], attached.Select(file => (file.InvoiceNumber, file.FileName)));
        Assert.Equal(Signed, attached[0].Content);
        Assert.Contains(hash, attached[0].Description, StringComparison.Ordinal);

        // Nothing is sent again, whoever asks.
        await SendAsync(driver, document);
        await driver.SweepAsync();
        Assert.Equal(2, driver.Sandbox.Oracle.Attachments.Count);
        Assert.Empty(await FindingsAsync(driver));
        Assert.Empty(driver.Sandbox.Procore.Refusals);
        Assert.Empty(driver.Sandbox.Oracle.NamedRefusals);
    }

    [Fact]
    public async Task A_file_added_after_posting_is_attached_without_a_new_revision()
    {
        await using var driver = await SandboxDriver.StartAsync();
        await driver.BillNextMonthAsync();
        Assert.Empty(driver.Sandbox.Oracle.Attachments);
        var requests = driver.Sandbox.Oracle.ReceivedPayloads.Count;

        driver.Clock.Advance(TimeSpan.FromMinutes(1));
        Attach(driver, await driver.DocumentAsync(Number), "lien waiver.pdf", Signed);
        await driver.PollAsync();
        await driver.SweepAsync();
        await driver.SweepAsync();

        Assert.Equal("lien waiver.pdf", Assert.Single(driver.Sandbox.Oracle.Attachments).FileName);
        var document = Assert.Single(await driver.RowsAsync($"pint_documents?$filter=pint_invoicenumber eq '{Number}'"));
        Assert.Equal(("Posted", 1), (document["pint_documentstate" + Label]!.ToString(), document["pint_revision"]!.GetValue<int>()));
        Assert.Equal(requests, driver.Sandbox.Oracle.ReceivedPayloads.Count);
    }

    [Fact]
    public async Task What_may_not_be_attached_is_one_finding_and_the_document_is_posted()
    {
        await using var driver = await SandboxDriver.StartAsync();
        await BillAsync(
            driver,
            ("setup.exe", "application/octet-stream", Signed),
            ("empty.pdf", "application/pdf", []),
            ("signed.pdf", "application/pdf", Signed)
        );

        var document = await driver.DocumentAsync(Number);
        Assert.Equal("Posted", document["pint_documentstate" + Label]!.ToString());
        var files = await FilesAsync(driver, document);
        Assert.Equal(["Not sent", "Not sent", "Sent"], files.Select(State));
        Assert.Equal(["attachment-type-not-allowed", "attachment-empty"], files.Take(2).Select(file => file["pint_reasoncode"]!.ToString()));
        var finding = Assert.Single(await FindingsAsync(driver));
        Assert.Equal(("attachments-not-sent", "Open"), (finding["pint_kind"]!.ToString(), finding["pint_findingstate" + Label]!.ToString()));
        Assert.Contains("'empty.pdf'", finding["pint_sentence"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains("1 more file", finding["pint_sentence"]!.ToString(), StringComparison.Ordinal);
        Assert.Null(finding["pint_amount"]);

        // Both are removed in Procore: nothing is left to attach, and the finding closes.
        driver.Clock.Advance(TimeSpan.FromMinutes(1));
        foreach (var file in files.Take(2))
        {
            driver.Sandbox.Procore.Actors.Detach(Id(document, "pint_procoreid"), Id(file, "pint_procoreid"), driver.Clock.GetUtcNow());
        }

        await driver.PollAsync();
        await driver.SweepAsync();
        await driver.SweepAsync();
        await driver.SweepAsync();
        Assert.Equal(["Withdrawn", "Withdrawn", "Sent"], (await FilesAsync(driver, document)).Select(State));
        Assert.Equal("Closed", Assert.Single(await FindingsAsync(driver))["pint_findingstate" + Label]!.ToString());
    }

    [Theory]
    [InlineData("page")]
    [InlineData("procore")]
    [InlineData("oracle refuses")]
    [InlineData("oracle is down")]
    public async Task A_failure_leaves_the_money_posted_and_its_finding_closes_when_the_file_is_attached(string failure)
    {
        await using var driver = await SandboxDriver.StartAsync();
        var content = failure == "page" ? "<!DOCTYPE html><html>Sign in</html>"u8.ToArray() : Signed;
        if (failure == "procore")
        {
            driver.Sandbox.Procore.Faults.FailNextFiles(5, ProcoreFault.ConnectionLost);
        }

        if (failure.StartsWith("oracle", StringComparison.Ordinal))
        {
            driver.Sandbox.Oracle.Faults.Plan(
                new OracleFault
                {
                    Kind = OracleFaultKind.Refused,
                    Method = failure == "oracle refuses" ? "POST" : "GET",
                    Template = Attachments,
                    Status = failure == "oracle refuses" ? 400 : 500,
                    RetryAfter = null,
                }
            );
        }

        await BillAsync(driver, ("signed.pdf", "application/pdf", content));

        var document = await driver.DocumentAsync(Number);
        Assert.Equal("Posted", document["pint_documentstate" + Label]!.ToString());
        Assert.Equal(failure == "oracle refuses" ? "Not sent" : "Waiting", State(Assert.Single(await FilesAsync(driver, document))));
        Assert.Equal("Open", Assert.Single(await FindingsAsync(driver))["pint_findingstate" + Label]!.ToString());
        Assert.Empty(driver.Sandbox.Oracle.Attachments);
        if (failure == "page")
        {
            return;
        }

        for (var sweep = 0; sweep < 8; sweep++)
        {
            await driver.SweepAsync();
        }

        Assert.Equal("Sent", State(Assert.Single(await FilesAsync(driver, document))));
        Assert.Single(driver.Sandbox.Oracle.Attachments);
        Assert.Equal("Closed", Assert.Single(await FindingsAsync(driver))["pint_findingstate" + Label]!.ToString());
    }

    [Fact]
    public async Task A_lost_answer_and_parallel_callers_attach_a_file_once()
    {
        await using var driver = await SandboxDriver.StartAsync();
        driver.Sandbox.Oracle.Faults.Plan(
            new OracleFault
            {
                Kind = OracleFaultKind.AnswerLost,
                Method = "POST",
                Template = Attachments,
            }
        );
        await BillAsync(driver, ("signed.pdf", "application/pdf", Signed));
        Assert.Single(driver.Sandbox.Oracle.Attachments);
        var document = await driver.DocumentAsync(Number);
        Assert.Equal("Sent", State(Assert.Single(await FilesAsync(driver, document))));

        // The crash between sending and recording: the record is lost, the file is in Oracle.
        driver.Clock.Advance(TimeSpan.FromMinutes(1));
        Attach(driver, document, "backup.pdf", Signed);
        driver.Sandbox.Power.WaitFor(kind => kind.EndsWith("pint_RecordAttachments", StringComparison.Ordinal), isAnswered: false);
        await driver.PollAsync();
        await driver.SweepAsync();
        Assert.True(driver.Sandbox.Power.IsDark);
        driver.Sandbox.Power.Restore();
        Assert.Equal(2, driver.Sandbox.Oracle.Attachments.Count);
        driver.Clock.Advance(TimeSpan.FromMinutes(6));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SendAsync(driver, document)));

        Assert.Equal(["Sent", "Sent"], (await FilesAsync(driver, document)).Select(State));
        Assert.Equal(2, driver.Sandbox.Oracle.Attachments.Count);
    }

    [Fact]
    public async Task Only_the_product_writes_what_became_of_a_file()
    {
        await using var driver = await SandboxDriver.StartAsync();
        await BillAsync(driver, ("signed.pdf", "application/pdf", Signed));
        var file = Assert.Single(await FilesAsync(driver, await driver.DocumentAsync(Number)));
        foreach (var user in new[] { SandboxDriver.Accountant, SandboxDriver.Administrator, SandboxDriver.Service })
        {
            var path = $"pint_attachments({file["pint_attachmentid"]})";
            var changed = await driver.DataverseAsync(user, HttpMethod.Patch, path, new JsonObject { ["pint_sha256"] = "0" });
            var deleted = await driver.DataverseAsync(user, HttpMethod.Delete, path);
            Assert.True(changed.Status is 400 or 403, changed.Text);
            Assert.True(deleted.Status is 400 or 403, deleted.Text);
        }
    }

    [Fact]
    public async Task Without_files_nothing_more_is_called()
    {
        await using var driver = await SandboxDriver.StartAsync();
        await driver.BillNextMonthAsync();

        Assert.DoesNotContain(driver.Sandbox.Oracle.Calls.All, call => call.Template.Contains("attachments", StringComparison.Ordinal));
        Assert.Empty(await driver.RowsAsync("pint_attachments"));
    }

    private static async Task BillAsync(SandboxDriver driver, params (string Name, string Type, byte[] Content)[] files)
    {
        driver.Sandbox.Months.PlayNext();
        var id = driver.Sandbox.Procore.Actors.Find(Number);
        foreach (var (name, type, content) in files)
        {
            driver.Sandbox.Procore.Actors.Attach(id, name, type, content, driver.Clock.GetUtcNow());
        }

        await driver.PollAsync();
    }

    private static void Attach(SandboxDriver driver, JsonObject document, string name, byte[] content) =>
        driver.Sandbox.Procore.Actors.Attach(Id(document, "pint_procoreid"), name, "application/pdf", content, driver.Clock.GetUtcNow());

    private static Task<SandboxDriver.Answer> SendAsync(SandboxDriver driver, JsonObject document) =>
        driver.GatewayAsync(
            SandboxDriver.FlowUser,
            "oracle/documents/attach",
            new JsonObject { ["documentId"] = document["pint_documentid"]!.ToString() }
        );

    private static Task<IReadOnlyList<JsonObject>> FilesAsync(SandboxDriver driver, JsonObject document) =>
        driver.RowsAsync($"pint_attachments?$filter=_pint_documentid_value eq {document["pint_documentid"]}&$orderby=pint_procoreid asc");

    private static Task<IReadOnlyList<JsonObject>> FindingsAsync(SandboxDriver driver) =>
        driver.RowsAsync("pint_findings?$filter=startswith(pint_kind,'attachments')");

    private static string State(JsonObject file) => file["pint_attachmentstate" + Label]!.ToString();

    private static long Id(JsonObject row, string column) => long.Parse(row[column]!.ToString(), CultureInfo.InvariantCulture);
}

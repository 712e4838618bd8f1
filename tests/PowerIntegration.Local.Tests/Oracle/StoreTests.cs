using System.Net;
using PowerIntegration.Local.Oracle.Payables;
using Xunit;

namespace PowerIntegration.Local.Tests.Oracle;

public sealed class StoreTests
{
    [Fact]
    public async Task Invoices_holds_billing_and_periods_survive_a_restart()
    {
        var folder = Path.Combine(Path.GetTempPath(), "oracle-pod-" + Path.GetRandomFileName());
        PodSeed.WriteTo(folder);
        string before;
        await using (var pod = await Pod.StartAsync(folder, folder, keepFolder: true))
        {
            await pod.CreateAsync(Payload.Invoice("A-1", Payload.Matched(1000.5m)));
            Assert.Equal(["Amount Ordered"], (await pod.ValidateAsync("A-1")).Holds);
            pod.Simulator.SetPeriodStatus("Oct-25", "Closed");
            before = (await pod.GetAsync("invoices?expand=all&onlyData=true", framework: 2))["items"]!.ToJsonString();
        }

        await using (var pod = await Pod.StartAsync(folder, folder, keepFolder: false))
        {
            Assert.Equal(before, (await pod.GetAsync("invoices?expand=all&onlyData=true", framework: 2))["items"]!.ToJsonString());
            Assert.Equal(1, (int)(await pod.GetAsync("invoiceHolds"))["count"]!);
            using var closed = await pod.PostInvoiceAsync(Payload.Invoice("A-2", Payload.Retainage(1m)));
            Assert.Equal(HttpStatusCode.BadRequest, closed.StatusCode);
            var second = await pod.CreateAsync(Payload.Invoice("A-2", Payload.Matched(1m)).With("AccountingDate", "2025-11-01"));
            Assert.NotEqual(
                (await pod.GetAsync("invoices?orderBy=InvoiceId"))["items"]![0]!["InvoiceId"]!.ToString(),
                second["InvoiceId"]!.ToString()
            );
            Assert.Equal(["Amount Ordered"], (await pod.ValidateAsync("A-2")).Holds);
        }
    }

    [Theory]
    [InlineData("projects", """[{"ProjectId": 1, "ProjectNumber": "X", "Colour": "red"}]""", "Invalid attribute \"Colour\"")]
    [InlineData("projects", """{}""", "must be an array of objects")]
    [InlineData(
        "purchaseOrders",
        """[{"OrderNumber": "P", "lines": [{"LineNumber": 1, "schedules": [{"ScheduleNumber": 1, "RetainageRate": 10, "distributions": [{}]}]}]}]""",
        "RetainageRate"
    )]
    [InlineData(
        "purchaseOrders",
        """[{"OrderNumber": "P", "lines": [{"LineNumber": 1, "schedules": [{"ScheduleNumber": 1, "distributions": [{}, {}]}]}]}]""",
        "must have one distribution"
    )]
    public void A_seed_that_is_not_understood_is_refused_by_name(string file, string json, string sentence)
    {
        var folder = Path.Combine(Path.GetTempPath(), "oracle-pod-" + Path.GetRandomFileName());
        PodSeed.WriteTo(folder);
        PodSeed.Write(folder, file, json);
        var refusal = Assert.Throws<InvalidDataException>(() => OracleSeed.Load(folder));
        Directory.Delete(folder, recursive: true);
        Assert.Contains(sentence, refusal.Message, StringComparison.Ordinal);
    }
}

using System.Net;
using System.Net.Http;
using PowerIntegration.Local.Clock;
using PowerIntegration.Local.Oracle;
using Xunit;

namespace PowerIntegration.Local.Tests.Oracle;

public sealed class FaultTests
{
    [Fact]
    public async Task A_lost_answer_leaves_the_invoice_created_and_the_retry_a_duplicate()
    {
        await using var pod = await Pod.StartAsync();
        pod.Simulator.Faults.LoseNextInvoiceAnswer();
        Assert.Equal(0, (int)(await pod.GetAsync("invoices"))["count"]!);
        await Assert.ThrowsAsync<HttpRequestException>(() => pod.PostInvoiceAsync(Payload.Invoice("A-1", Payload.Retainage(1m))));
        Assert.Equal("A-1", (string)(await pod.GetAsync("invoices"))["items"]!.AsArray().Single()!["InvoiceNumber"]!);
        using var retry = await pod.PostInvoiceAsync(Payload.Invoice("A-1", Payload.Retainage(1m)));
        Assert.Equal(HttpStatusCode.BadRequest, retry.StatusCode);
        Assert.Equal(2, pod.Simulator.Calls.Count("POST", "invoices"));
    }

    [Fact]
    public async Task A_refused_call_says_when_to_come_back_and_changes_nothing()
    {
        await using var pod = await Pod.StartAsync();
        pod.Simulator.Faults.RefuseNextCall(TimeSpan.FromSeconds(17));
        using var refused = await pod.PostInvoiceAsync(Payload.Invoice("A-1", Payload.Retainage(1m)));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(17)), (refused.StatusCode, refused.Headers.RetryAfter!.Delta));
        Assert.Empty(pod.Simulator.ReceivedPayloads);
        Assert.Equal(0, (int)(await pod.GetAsync("invoices"))["count"]!);
    }

    [Fact]
    public async Task A_slow_call_moves_the_clock_and_then_happens()
    {
        await using var pod = await Pod.StartAsync();
        pod.Simulator.Faults.DelayNextCall(TimeSpan.FromSeconds(100));
        var created = await pod.CreateAsync(Payload.Invoice("A-1", Payload.Retainage(1m)));
        Assert.Equal("2025-11-03T09:01:40.000+00:00", (string)created["CreationDate"]!);
    }

    [Fact]
    public void Faults_drawn_from_a_seed_repeat_and_differ_from_another_seed()
    {
        Assert.Equal(Drawn(7), Drawn(7));
        Assert.NotEqual(Drawn(7), Drawn(8));
        Assert.InRange(Drawn(7).Count(kind => kind is not null), 1, 199);
    }

    [Fact]
    public void A_planned_fault_waits_for_its_method_and_path()
    {
        var faults = new OracleFaults();
        faults.LoseNextInvoiceAnswer();
        Assert.Null(faults.Take("GET", "invoices"));
        Assert.Null(faults.Take("POST", "invoices/action/validateInvoice"));
        Assert.Equal(OracleFaultKind.AnswerLost, faults.Take("POST", "invoices")!.Kind);
        Assert.Null(faults.Take("POST", "invoices"));
    }

    private static List<OracleFaultKind?> Drawn(int seed)
    {
        var faults = new OracleFaults();
        faults.DrawFrom(new SeededIdSource(seed), perMille: 200);
        return [.. Enumerable.Range(0, 200).Select(_ => faults.Take("GET", "invoices")?.Kind)];
    }
}

using System.Net.Http;
using Xunit;

namespace PowerIntegration.Local.Tests.Oracle;

/// <summary>What a schedule has billed, against a sum kept apart from the simulator, over drawn invoices, memos and cancellations.</summary>
public sealed class BilledAmountProperties
{
    private const decimal Ordered = 1000m;

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_schedule_has_billed_what_its_invoices_and_memos_add_up_to(int seed)
    {
        await using var pod = await Pod.StartAsync();
        var random = new Random(seed);
        var standing = new Dictionary<string, decimal>();
        var (refused, held) = (0, 0);
        for (var step = 1; step <= 80; step++)
        {
            var isTaken =
                random.Next(4) == 0 && standing.Count > 0
                    ? await CancelAsync(pod, standing, standing.Keys.ElementAt(random.Next(standing.Count)), seed, step)
                    : await BillAsync(pod, standing, $"A-{step}", random.Next(-30_000, 34_000) / 100m, seed, step);
            refused += isTaken ? 0 : 1;
            if (standing.Count > 0)
            {
                var (_, holds) = await pod.ValidateAsync(standing.Keys.Last());
                Assert.True(
                    holds.Length == (standing.Values.Sum() > Ordered ? 1 : 0),
                    $"Seed {seed}, step {step}: billed {standing.Values.Sum()}, holds {string.Join(", ", holds)}."
                );
                held += holds.Length;
            }
        }

        Assert.True(refused > 0 && held > 0, $"Seed {seed} refused {refused} and held {held}: it tries too little.");
    }

    private static async Task<bool> BillAsync(Pod pod, Dictionary<string, decimal> standing, string number, decimal amount, int seed, int step)
    {
        var isExpected = standing.Values.Sum() + amount >= 0m;
        using var response = await pod.PostInvoiceAsync(
            Payload.Invoice(number, Payload.Matched(amount)).With("InvoiceType", amount < 0m ? "Credit memo" : "Standard")
        );
        Assert.True(response.IsSuccessStatusCode == isExpected, $"Seed {seed}, step {step}: {amount} on {standing.Values.Sum()}.");
        if (isExpected)
        {
            standing.Add(number, amount);
        }

        return isExpected;
    }

    private static async Task<bool> CancelAsync(Pod pod, Dictionary<string, decimal> standing, string number, int seed, int step)
    {
        var isExpected = standing.Values.Sum() - standing[number] >= 0m;
        using var response = await pod.SendAsync(HttpMethod.Post, "invoices/action/cancelInvoice", Payload.Key(number));
        Assert.True(response.IsSuccessStatusCode == isExpected, $"Seed {seed}, step {step}: cancel {standing[number]} of {standing.Values.Sum()}.");
        if (isExpected)
        {
            standing.Remove(number);
        }

        return isExpected;
    }
}

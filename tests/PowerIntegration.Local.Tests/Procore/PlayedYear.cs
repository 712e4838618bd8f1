using PowerIntegration.Local.Procore.Actors;

namespace PowerIntegration.Local.Tests.Procore;

/// <summary>All months of the shipped job played in the simulator alone, each invoice read when it was decided.</summary>
public static class PlayedYear
{
    public static async Task<IReadOnlyList<PlayedInvoice>> PlayAsync(ProcoreHost host)
    {
        var play = new MonthPlay(host.Simulator.Actors, _ => { });
        var ids = new Dictionary<string, long>();
        var played = new List<PlayedInvoice>();
        foreach (var month in host.Seed.Months)
        {
            play.Begin(month);
            foreach (var correction in month.Corrections ?? [])
            {
                played.Add(await ReadAsync(host, ids[correction.InvoiceNumber], 2));
            }

            foreach (var (number, id) in play.Bill(month, _ => { }))
            {
                ids.Add(number, id);
            }

            foreach (var invoice in month.Invoices)
            {
                played.Add(await ReadAsync(host, ids[invoice.InvoiceNumber], 1));
            }
        }

        return played;
    }

    private static async Task<PlayedInvoice> ReadAsync(ProcoreHost host, long id, int revision)
    {
        var project = $"?project_id={ProcoreHost.Project}";
        return new PlayedInvoice(
            revision,
            await host.GetAsync($"rest/v1.1/requisitions/{id}{project}"),
            (await host.GetAsync($"rest/v1.0/requisitions/{id}/detail{project}")).AsArray()
        );
    }
}

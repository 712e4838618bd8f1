using System.Net;
using System.Net.Http;
using System.Text.RegularExpressions;
using PowerIntegration.Sandbox.Demo;
using PowerIntegration.Sandbox.Hosting;
using PowerIntegration.Sandbox.Serve;

namespace PowerIntegration.Sandbox.Measure;

/// <summary>Times the app's pages as a person before a browser gets them: over HTTP, signed in.</summary>
/// <param name="sandbox">A sandbox of its own.</param>
/// <param name="output">Takes the lines.</param>
internal sealed partial class AppMeasurement(RunningSandbox sandbox, TextWriter output)
{
    private const string Table = "pint_document";
    private const string List = "/main.aspx?pagetype=entitylist&etn=" + Table;
    private const int Repeats = 5;
    private const int Width = 100;

    // Every state of a document, with the share of each among a hundred: most of a real inbox is posted.
    private static readonly (int State, int Share)[] States =
    [
        (723100005, 90),
        (723100003, 4),
        (723100006, 3),
        (723100002, 2),
        (723100000, 1),
    ];

    /// <summary>Fills the store and prints the times.</summary>
    /// <param name="documents">How many documents.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task RunAsync(int documents, CancellationToken cancellation)
    {
        await new OpeningMonths(sandbox).PlayAsync(1, _ => { }, cancellation);
        Fill(documents);
        await sandbox.App.RequireAsync(cancellation);
        using var browser = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(sandbox.Root) };
        var person = sandbox.Seed.Users.First(user => !user.IsApplication);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["user"] = person.Name, ["next"] = "/app" });
        using var signedIn = await browser.PostAsync(new Uri("/sign-in", UriKind.Relative), form, cancellation);
        var table = new TextTable(new TextColumn("page"), new TextColumn("records"), new TextColumn("first, ms", true), new TextColumn("again, ms", true));
        foreach (var (name, path) in await PagesAsync(browser, cancellation))
        {
            table.Add(await TimedAsync(browser, name, path, cancellation));
        }

        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{documents:N0} documents. Again: the median of {Repeats}."));
        foreach (var line in table.Lines(Width))
        {
            await output.WriteLineAsync(line);
        }
    }

    private void Fill(int documents)
    {
        var source = sandbox.Dataverse.CreateService(SeedLoader.User.SystemUserId).RetrieveMultiple(new Microsoft.Xrm.Sdk.Query.QueryExpression(Table));
        sandbox.Dataverse.Administration.StoreCopies(
            Table,
            source.Entities[0].Id,
            documents - source.Entities.Count,
            number => new Dictionary<string, object>
            {
                ["pint_key"] = string.Create(CultureInfo.InvariantCulture, $"LAKESHORE|1|COPY|{number}"),
                ["pint_name"] = string.Create(CultureInfo.InvariantCulture, $"SC-{(number * 7919) % 1_000:D3} application {number}"),
                ["pint_invoicenumber"] = string.Create(CultureInfo.InvariantCulture, $"INV-{number:D6}"),
                ["pint_documentstate"] = StateOf(number),
                ["pint_payableamount"] = (number * 7919L % 10_000_000) / 100m,
                ["pint_periodend"] = new DateTime(2020, 1, 31).AddMonths(number % 70),
            }
        );
    }

    private static int StateOf(int number)
    {
        var place = number * 37 % 100;
        foreach (var (state, share) in States)
        {
            if (place < share)
            {
                return state;
            }

            place -= share;
        }

        return States[0].State;
    }

    private static async Task<IReadOnlyList<(string Name, string Path)>> PagesAsync(HttpClient browser, CancellationToken cancellation)
    {
        var list = await browser.GetStringAsync(new Uri(List, UriKind.Relative), cancellation);
        var views = Option().Matches(Select("viewid").Match(list).Value).Select(match => (match.Groups[2].Value, $"{List}&viewid={match.Groups[1].Value}"));
        var chart = Option().Matches(Select("chartid").Match(list).Value)[0];
        var record = WebUtility.HtmlDecode(Record().Match(list).Value);
        return
        [
            ("(home)", "/app"),
            .. views,
            ("sorted by amount", List + "&sort=pint_payableamount&order=desc"),
            ("sorted by project", List + "&sort=pint_projectid&order=asc"),
            ("page 100", List + "&page=100"),
            ("search from the beginning", List + "&find=SC-1"),
            ("search anywhere", List + "&find=*application 777"),
            ("chart " + chart.Groups[2].Value, $"{List}&chartid={chart.Groups[1].Value}"),
            ("one document", record),
        ];
    }

    private async Task<IReadOnlyList<string>> TimedAsync(HttpClient browser, string name, string path, CancellationToken cancellation)
    {
        var (page, first) = await OnceAsync(browser, path, cancellation);
        var again = new List<double>();
        for (var repeat = 0; repeat < Repeats; repeat++)
        {
            again.Add((await OnceAsync(browser, path, cancellation)).Milliseconds);
        }

        return [WebUtility.HtmlDecode(name), Range().Match(page).Groups[1].Value, Text(first), Text(again.Order().ElementAt(Repeats / 2))];
    }

    private async Task<(string Page, double Milliseconds)> OnceAsync(HttpClient browser, string path, CancellationToken cancellation)
    {
        var start = sandbox.Clock.GetTimestamp();
        var page = await browser.GetStringAsync(new Uri(path, UriKind.Relative), cancellation);
        return (page, sandbox.Clock.GetElapsedTime(start).TotalMilliseconds);
    }

    private static string Text(double milliseconds) => milliseconds.ToString("N0", CultureInfo.InvariantCulture);

    private static Regex Select(string name) => new($"<select[^>]*name=\"{name}\".*?</select>", RegexOptions.Singleline);

    [GeneratedRegex("<option value=\"([0-9a-f-]{36})\"[^>]*>([^<]*)<")]
    private static partial Regex Option();

    [GeneratedRegex("/main.aspx\\?pagetype=entityrecord&amp;etn=pint_document&amp;id=[0-9a-f-]{36}")]
    private static partial Regex Record();

    [GeneratedRegex("<span>(\\d[^<]* of [^<]*|0 records)</span>")]
    private static partial Regex Range();
}

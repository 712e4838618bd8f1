using System.Net.Http;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>The app as a browser meets it: what is shown to whom, and what becomes of what people enter.</summary>
[Collection(nameof(AppRunning))]
public sealed partial class AppPageTests(AppRunning running)
{
    private const string FlowRole = "{25fa3b12-f43c-50db-82d0-8ed291e29ba5}";
    private const string Documents = "/main.aspx?pagetype=entitylist&etn=pint_document";

    [Theory]
    [InlineData("/")]
    [InlineData("/app")]
    [InlineData(Documents)]
    [InlineData("/app/lookup?etn=pint_document&column=pint_projectid&words=a")]
    public async Task Without_a_session_only_the_question_is_served(string path)
    {
        using var stranger = PageVisitor.Unknown(running.Driver);
        var page = await stranger.GetAsync(path);
        Assert.Contains("Who are you?", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Fulton", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_read_a_table_is_shown_nothing_of_it()
    {
        var driver = running.Driver;
        var document = await driver.DocumentAsync("HE-40213");
        // Whoever has the role of the flows alone reads documents and no projects.
        var flows = driver.Sandbox.Seed.User(SandboxDriver.FlowUser) with
        {
            IsApplication = false,
        };
        await using var app = await AppHost.StartAsync(driver, people: [flows]);
        using var visitor = await PageVisitor.SignInAsync(app.Root, flows.Name);

        var home = await visitor.GetAsync("/main.aspx?pagetype=entitylist&etn=pint_inboundevent");
        Assert.Equal(200, home.Status);
        Assert.Contains("1 to 3 of 3<", home.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("etn=pint_project", home.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("etn=pint_commitment", home.Html, StringComparison.Ordinal);

        foreach (
            var link in new[]
            {
                "/main.aspx?pagetype=entitylist&etn=pint_project",
                $"/main.aspx?pagetype=entityrecord&etn=pint_project&id={document["_pint_projectid_value"]}",
            }
        )
        {
            var refused = await visitor.GetAsync(link);
            Assert.Equal(404, refused.Status);
            Assert.Contains("your security roles do not let you read it", refused.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("Fulton", refused.Html, StringComparison.Ordinal);
        }

        // A view that also needs a table of which nothing may be read.
        var refusedView = await visitor.GetAsync(Documents);
        Assert.Contains("cannot be shown. Your security roles do not allow this.", refusedView.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("SC-002", refusedView.Html, StringComparison.Ordinal);

        var gone = await visitor.GetAsync($"/main.aspx?pagetype=entityrecord&etn=pint_document&id={Guid.Empty}");
        Assert.Equal(404, gone.Status);
        Assert.Contains("This record was not found", gone.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lookup_to_a_record_that_is_gone_says_so_and_the_rest_of_the_form_is_there()
    {
        var driver = running.Driver;
        var document = await driver.DocumentAsync("HE-40213");
        await using var app = await AppHost.StartAsync(driver, between: new GoneCommitment(document["_pint_commitmentid_value"]!.ToString()));
        using var visitor = await PageVisitor.SignInAsync(app.Root, SandboxDriver.Administrator);
        var page = await visitor.GetAsync($"/main.aspx?pagetype=entityrecord&etn=pint_document&id={document["pint_documentid"]}");
        Assert.Equal(200, page.Status);
        Assert.Contains("(this record no longer exists)", page.Html, StringComparison.Ordinal);
        Assert.Contains("This record no longer exists.", page.Html, StringComparison.Ordinal);
        Assert.Contains("HE-40213", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_no_role_of_the_app_is_told_so()
    {
        var driver = running.Driver;
        var flows = driver.Sandbox.Seed.User(SandboxDriver.FlowUser) with { IsApplication = false };
        using var files = AppFiles.Copy();
        files.Change("AppModules", FlowRole, "{00000000-0000-4000-8000-000000000001}");
        await using var app = await AppHost.StartAsync(driver, files, [flows]);
        using var visitor = await PageVisitor.SignInAsync(app.Root, flows.Name);
        var page = await visitor.GetAsync("/app");
        Assert.Equal(404, page.Status);
        Assert.Contains("Your security roles do not include this app.", page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/main.aspx?pagetype=entitylist&etn=pint_nothing", "This list was not found")]
    [InlineData(
        "/main.aspx?pagetype=entitylist&etn=pint_document&viewid=00000000-0000-0000-0000-000000000001",
        "This view of Documents was not found"
    )]
    [InlineData("/main.aspx?pagetype=entityrecord&etn=pint_document&id=x", "This record was not found")]
    [InlineData("/main.aspx?pagetype=dashboard&id=00000000-0000-0000-0000-000000000001", "This dashboard was not found")]
    [InlineData("/main.aspx?pagetype=webresource", "are not part of this app")]
    public async Task A_link_that_leads_nowhere_is_answered_by_a_sentence(string path, string sentence)
    {
        using var visitor = await PageVisitor.SignInAsync(running.Driver, SandboxDriver.Administrator);
        var page = await visitor.GetAsync(path);
        Assert.Equal(404, page.Status);
        Assert.Contains(sentence, page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_is_sorted_searched_and_added_up()
    {
        var driver = running.Driver;
        using var visitor = await PageVisitor.SignInAsync(driver, SandboxDriver.Accountant);

        var ascending = await visitor.GetAsync(Documents + "&sort=pint_payableamount&order=asc");
        Assert.Contains("aria-sort=\"ascending\"", ascending.Html, StringComparison.Ordinal);
        var amounts = Amounts(ascending);
        Assert.True(amounts.Count > 1);
        Assert.Equal(amounts.Order(), amounts);
        Assert.Equal(amounts.OrderDescending(), Amounts(await visitor.GetAsync(Documents + "&sort=pint_payableamount&order=desc")));
        Assert.Contains(amounts.Sum().ToString("N2", CultureInfo.InvariantCulture), ascending.Html, StringComparison.Ordinal);
        Assert.Contains("Total USD", ascending.Html, StringComparison.Ordinal);

        Assert.Contains("1 to 1 of 1<", (await visitor.GetAsync(Documents + "&find=SC-002")).Html, StringComparison.Ordinal);
        Assert.Contains("1 to 3 of 3<", (await visitor.GetAsync(Documents + "&find=*application")).Html, StringComparison.Ordinal);
        Assert.Contains("No records match &quot;%&quot;", (await visitor.GetAsync(Documents + "&find=%25")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_carries_a_policy_that_runs_its_own_script_alone()
    {
        using var visitor = await PageVisitor.SignInAsync(running.Driver, SandboxDriver.Administrator);
        var first = await visitor.GetAsync(Documents);
        var second = await visitor.GetAsync(Documents);
        var nonce = Nonce().Match(first.Policy).Groups[1].Value;
        Assert.NotEmpty(nonce);
        Assert.NotEqual(nonce, Nonce().Match(second.Policy).Groups[1].Value);
        Assert.DoesNotContain("unsafe", first.Policy, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", first.Html, StringComparison.Ordinal);
        Assert.NotEmpty(Regex.Matches(first.Html, "<script"));
        Assert.All(
            Regex.Matches(first.Html, "<script[^>]*>[^<]*"),
            script =>
            {
                Assert.Contains("src=\"/", script.Value, StringComparison.Ordinal);
                Assert.Contains($"nonce=\"{nonce}\"", script.Value, StringComparison.Ordinal);
                Assert.EndsWith(">", script.Value, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public async Task What_a_person_changed_is_saved_and_nothing_else()
    {
        await using var driver = await SandboxDriver.StartAsync();
        using var visitor = await PageVisitor.SignInAsync(driver, SandboxDriver.Administrator);
        var form = await NewTermsAsync(visitor, driver);
        var (address, fields) = Form(form);
        Assert.Equal("2026-01-01", fields["value-pint_validfrom"]);

        fields["value-pint_workrate"] = "0.075";
        var saved = await visitor.PostAsync(address, [.. fields.Select(one => (one.Key, one.Value))]);
        Assert.Contains(">Saved.<", saved.Html, StringComparison.Ordinal);
        Assert.Equal("0.075000", Form(saved).Fields["value-pint_workrate"]);
    }

    [Fact]
    public async Task A_save_against_a_newer_version_shows_both_values_and_loses_nothing()
    {
        await using var driver = await SandboxDriver.StartAsync();
        using var visitor = await PageVisitor.SignInAsync(driver, SandboxDriver.Administrator);
        var form = await NewTermsAsync(visitor, driver);
        var (address, fields) = Form(form);
        var id = address[(address.IndexOf("&id=", StringComparison.Ordinal) + 4)..];
        var other = await driver.DataverseAsync(
            SandboxDriver.Administrator,
            HttpMethod.Patch,
            $"pint_commitmenttermss({id})",
            new JsonObject { ["pint_workrate"] = 0.05, ["pint_name"] = "Renamed" }
        );
        Assert.True(other.Status is 204, other.Text);

        fields["value-pint_workrate"] = "0.075";
        fields["value-pint_validto"] = "2026-12-31";
        var conflict = await visitor.PostAsync(address, [.. fields.Select(one => (one.Key, one.Value))]);
        Assert.Equal(409, conflict.Status);
        Assert.Contains("Another person changed this record after you opened it.", conflict.Html, StringComparison.Ordinal);
        Assert.Contains("The other person saved: <strong>0.050000</strong>", conflict.Html, StringComparison.Ordinal);
        var kept = Form(conflict).Fields;
        Assert.Equal(("0.075", "2026-12-31", "Renamed"), (kept["value-pint_workrate"], kept["value-pint_validto"], kept["value-pint_name"]));

        var saved = await visitor.PostAsync(address, [.. kept.Select(one => (one.Key, one.Value))]);
        Assert.Contains(">Saved.<", saved.Html, StringComparison.Ordinal);
        var row = await driver.DataverseAsync(SandboxDriver.Administrator, HttpMethod.Get, $"pint_commitmenttermss({id})");
        Assert.Equal(
            ("0.075", "2026-12-31", "Renamed"),
            (row.Body!["pint_workrate"]!.ToString().TrimEnd('0'), row.Body["pint_validto"]!.ToString(), row.Body["pint_name"]!.ToString())
        );
    }

    [Theory]
    [InlineData("value-pint_workrate", "ten", "is not a number. Enter digits")]
    [InlineData("value-pint_workrate", "1.1234567", "can have 6 decimal places")]
    [InlineData("value-pint_validfrom", "", "Valid from is empty. Enter it.")]
    [InlineData("value-pint_validfrom", "31.12.2026", "is not a date. Enter it like 2026-08-31.")]
    [InlineData("value-pint_commitmentid", "0d2f9c1e-0000-4000-8000-000000000001", "The record chosen for Commitment no longer exists.")]
    public async Task What_cannot_be_saved_is_said_at_the_field_and_stays_in_it(string field, string value, string sentence)
    {
        var driver = running.Driver;
        using var visitor = await PageVisitor.SignInAsync(driver, SandboxDriver.Administrator);
        var (address, fields) = Form(await NewTermsAsync(visitor, driver));
        fields[field] = value;
        fields["value-pint_name"] = "Kept";
        var refused = await visitor.PostAsync(address, [.. fields.Select(one => (one.Key, one.Value))]);
        Assert.Equal(422, refused.Status);
        var id = "field-" + field["value-".Length..];
        Assert.Matches($"id=\"{id}-error\">[^<]*{Regex.Escape(sentence)}", System.Net.WebUtility.HtmlDecode(refused.Html));
        Assert.Matches($"id=\"{id}\"[^>]*aria-invalid=\"true\"", refused.Html);
        Assert.Equal(("Kept", value), (Form(refused).Fields["value-pint_name"], Form(refused).Fields[field]));
    }

    [Fact]
    public async Task What_the_server_refuses_is_said_where_it_belongs()
    {
        var driver = running.Driver;
        using var visitor = await PageVisitor.SignInAsync(driver, SandboxDriver.Administrator);
        // An active version is not edited: the server says it, and what was entered stays.
        var active = Assert.Single(await driver.RowsAsync("pint_commitmenttermss?$select=pint_name&$filter=pint_name eq 'SC-001 terms, version 1'"))[
            "pint_commitmenttermsid"
        ]!.ToString();
        var (address, fields) = Form(await visitor.GetAsync("/main.aspx?pagetype=entityrecord&etn=pint_commitmentterms&id=" + active));
        fields["value-pint_workrate"] = "0.9";
        var refused = await visitor.PostAsync(address, [.. fields.Select(one => (one.Key, one.Value))]);
        Assert.Equal(422, refused.Status);
        Assert.Contains("role=\"alert\"", refused.Html, StringComparison.Ordinal);
        Assert.Equal("0.9", Form(refused).Fields["value-pint_workrate"]);

        using var accountant = await PageVisitor.SignInAsync(driver, SandboxDriver.Accountant);
        var readOnly = await accountant.GetAsync("/main.aspx?pagetype=entityrecord&etn=pint_commitmentterms&id=" + active);
        Assert.DoesNotContain("id=\"save\"", readOnly.Html, StringComparison.Ordinal);
        var denied = await accountant.PostAsync(address, [.. fields.Select(one => (one.Key, one.Value))]);
        Assert.Contains("let you read this record and not change it", denied.Html, StringComparison.Ordinal);
        Assert.NotEqual(
            "0.9",
            (await driver.DataverseAsync(SandboxDriver.Administrator, HttpMethod.Get, $"pint_commitmenttermss({active})"))
                .Body!["pint_workrate"]
                ?.ToString()
        );
    }

    [Fact]
    public async Task A_lookup_with_many_records_is_searched_by_the_server()
    {
        await using var driver = await SandboxDriver.StartAsync();
        var task = (await driver.RowsAsync("pint_oracletasks?$select=pint_name"))[0];
        driver.Sandbox.Dataverse.Administration.StoreCopies(
            "pint_oracletask",
            Guid.Parse(task["pint_oracletaskid"]!.ToString()),
            150,
            number => new Dictionary<string, object>
            {
                ["pint_key"] = $"LAKESHORE|1|ORACLE|TASK|COPY|{number}",
                ["pint_name"] = number < 2 ? "Twice" : $"Copy {number}",
            }
        );
        using var visitor = await PageVisitor.SignInAsync(driver, SandboxDriver.Administrator);
        var offered = await visitor.GetAsync("/app/lookup?etn=pint_wbsmappingrule&column=pint_oracletaskid&words=copy+14");
        Assert.Equal(11, JsonNode.Parse(offered.Html)!.AsArray().Count);

        var (address, fields) = Form(await visitor.GetAsync("/main.aspx?pagetype=entityrecord&etn=pint_wbsmappingrule"));
        foreach (
            var (words, error) in new[]
            {
                ("Copy 149", null),
                ("Twice", "choose one of the records that are offered for \"Twice\""),
                ("Nothing", "choose one of the records that are offered for \"Nothing\""),
            }
        )
        {
            fields["words-pint_oracletaskid"] = words;
            var page = await visitor.PostAsync(address, [.. fields.Select(one => (one.Key, one.Value))]);
            var html = System.Net.WebUtility.HtmlDecode(page.Html);
            Assert.Equal(words, Form(page).Fields["words-pint_oracletaskid"]);
            Assert.Equal(error is not null, html.Contains("id=\"field-pint_oracletaskid-error\"", StringComparison.Ordinal));
            Assert.Contains(error ?? "Correct these fields:", html, StringComparison.Ordinal);
            Assert.Equal(error is null, Guid.TryParse(Form(page).Fields["value-pint_oracletaskid"], out _));
        }
    }

    // The row of the commitment is deleted, and what points to it is left: a restore or a deletion past the platform does that.
    private sealed class GoneCommitment(string id) : DelegatingHandler
    {
        private static readonly string Gone = new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11).ToString();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            if (!request.RequestUri!.AbsolutePath.Contains("/pint_documents(", StringComparison.Ordinal))
            {
                return answer;
            }

            var json = JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancellationToken))!.AsObject();
            Assert.Equal(id, json["_pint_commitmentid_value"]!.ToString());
            json["_pint_commitmentid_value"] = Gone;
            json.Remove("_pint_commitmentid_value@OData.Community.Display.V1.FormattedValue");
            answer.Content = new StringContent(json.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
            return answer;
        }
    }

    // A draft of the next version of the terms of one commitment, entered in the app.
    private static async Task<PageSeen> NewTermsAsync(PageVisitor visitor, SandboxDriver driver)
    {
        var terms = Assert.Single(await driver.RowsAsync("pint_commitmenttermss?$filter=pint_name eq 'SC-001 terms, version 1'"));
        var (address, fields) = Form(await visitor.GetAsync("/main.aspx?pagetype=entityrecord&etn=pint_commitmentterms"));
        foreach (var name in fields.Keys.Where(name => name.StartsWith("value-", StringComparison.Ordinal)).ToList())
        {
            var column = name["value-".Length..];
            fields[name] = (terms[column] ?? terms[$"_{column}_value"])?.ToString() ?? "";
        }

        fields["value-pint_name"] = "SC-001 terms, version 2";
        fields["value-pint_version"] = "2";
        fields["value-pint_replacesid"] = terms["pint_commitmenttermsid"]!.ToString();
        fields["value-pint_validfrom"] = "2026-01-01";
        fields["value-pint_batch"] = "";
        var saved = await visitor.PostAsync(address, [.. fields.Select(one => (one.Key, one.Value))]);
        Assert.True(saved.Html.Contains(">Saved.<", StringComparison.Ordinal), Problems(saved));
        return saved;
    }

    private static string Problems(PageSeen page) =>
        string.Join('\n', Regex.Matches(page.Html, "(?:role=\"alert\"|class=\"error\")[^>]*>([^<]*)<").Select(match => match.Groups[1].Value));

    private static IReadOnlyList<decimal> Amounts(PageSeen page) =>
        [
            .. Regex
                .Matches(page.Html[..page.Html.IndexOf("<tfoot", StringComparison.Ordinal)], @"<td class=""number"">(-?[\d,]+\.\d\d)</td>")
                .Select(match => decimal.Parse(match.Groups[1].Value, NumberStyles.Number, CultureInfo.InvariantCulture)),
        ];

    // What a browser would send: inputs, text areas, and the chosen option of each list.
    private static (string Address, Dictionary<string, string> Fields) Form(PageSeen page)
    {
        var form = Regex.Match(page.Html, "<form method=\"post\" action=\"([^\"]*)\" id=\"record\".*?</form>", RegexOptions.Singleline);
        Assert.True(form.Success, page.Html);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Match input in Regex.Matches(form.Value, "<input[^>]*>"))
        {
            if (Attribute(input.Value, "name") is { Length: > 0 } name)
            {
                fields[name] = Attribute(input.Value, "value");
            }
        }

        foreach (Match area in Regex.Matches(form.Value, "<textarea([^>]*)>(.*?)</textarea>", RegexOptions.Singleline))
        {
            fields[Attribute(area.Groups[1].Value, "name")] = System.Net.WebUtility.HtmlDecode(area.Groups[2].Value);
        }

        foreach (Match list in Regex.Matches(form.Value, "<select([^>]*)>(.*?)</select>", RegexOptions.Singleline))
        {
            var options = Regex.Matches(list.Groups[2].Value, "<option[^>]*>").Select(option => option.Value).ToList();
            fields[Attribute(list.Groups[1].Value, "name")] = Attribute(
                options.Find(option => option.Contains("selected", StringComparison.Ordinal)) ?? options[0],
                "value"
            );
        }

        return (System.Net.WebUtility.HtmlDecode(form.Groups[1].Value), fields);
    }

    private static string Attribute(string tag, string name) =>
        System.Net.WebUtility.HtmlDecode(Regex.Match(tag, $"(?<![\\w-]){name}=\"([^\"]*)\"").Groups[1].Value);

    [GeneratedRegex("script-src 'nonce-([^']+)'")]
    private static partial Regex Nonce();
}

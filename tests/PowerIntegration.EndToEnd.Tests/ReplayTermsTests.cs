using System.Net.Http;
using System.Text.Json.Nodes;
using Xunit;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>
/// A running contract is taken on: its applications were read from Procore and none is posted, because no controller has signed its opening balances.
/// </summary>
public sealed class ReplayTermsTests
{
    private const string Contract = "pint_commitments(pint_key='LAKESHORE|1|PROCORE|COMMITMENT|562949953700002')";
    private const string Posted = "pint_commitments(pint_key='LAKESHORE|1|PROCORE|COMMITMENT|562949953700001')";

    [Fact]
    public async Task Wrong_terms_differ_by_application_and_line_and_the_true_ones_are_proposed()
    {
        await using var driver = await SandboxDriver.StartAsync();
        var entered = await driver.DataverseAsync(
            SandboxDriver.Administrator,
            HttpMethod.Patch,
            Contract,
            new JsonObject
            {
                ["pint_openingdate"] = "2025-09-30",
                ["pint_openingoriginalsum"] = 4_630_321.85m,
                ["pint_openinglastnumber"] = 0,
                ["pint_openinggross"] = 0,
                ["pint_openingretainage"] = 0,
                ["pint_openingoraclegross"] = 0,
                ["pint_openingretainageaccount"] = 0,
            }
        );
        Assert.True(entered.Status == 204, entered.Text);
        for (var month = 0; month < 3; month++)
        {
            await driver.BillNextMonthAsync();
        }

        var contract = await ContractAsync(driver, Contract);
        var documents = await driver.RowsAsync($"pint_documents?$filter=_pint_commitmentid_value eq {contract}");
        Assert.Equal(3, documents.Count);
        Assert.DoesNotContain(documents, document => document["pint_documentstate"]!.GetValue<int>() == 723100005);
        var before = await VersionsAsync(driver);

        var wrong = await ReplayAsync(driver, contract, await DraftAsync(driver, contract, 0.05m));
        Assert.Equal(3, wrong["ApplicationCount"]!.GetValue<int>());
        var differences = JsonNode.Parse(wrong["Differences"]!.ToString())!.AsArray();
        Assert.Equal(wrong["DifferenceCount"]!.GetValue<int>(), differences.Count);
        Assert.Equal([1, 2, 3], differences.Select(difference => difference!["application"]!.GetValue<int>()).Distinct());
        var first = documents.Single(one => one["pint_applicationnumber"]!.GetValue<int>() == 1);
        var lines = await driver.RowsAsync($"pint_sourcelines?$filter=_pint_documentid_value eq {first["pint_documentid"]}");
        Assert.All(
            differences.Where(difference => difference!["line"] is not null && difference["application"]!.GetValue<int>() == 1),
            difference =>
            {
                var line = lines.Single(one => one["pint_procorelineid"]!.ToString() == difference!["line"]!.ToString());
                var held = line["pint_workretainageheld"]!.GetValue<decimal>() + line["pint_storedretainageheld"]!.GetValue<decimal>();
                Assert.Equal(held, difference!["paid"]!.GetValue<decimal>());
            }
        );
        var proposal = JsonNode.Parse(wrong["Proposal"]!.ToString())!["proposals"]![0]!;
        Assert.Equal("\"retainage\": { \"kind\": \"flat\", \"rate\": 0.10 }", proposal["fields"]!.ToString());
        Assert.True(proposal["explainsAll"]!.GetValue<bool>(), wrong["Message"]!.ToString());

        var right = await ReplayAsync(driver, contract, await DraftAsync(driver, contract, 0.10m));
        Assert.Equal(0, right["DifferenceCount"]!.GetValue<int>());
        Assert.Equal(0m, right["DifferenceAmount"]!.GetValue<decimal>());
        Assert.Equal(before, await VersionsAsync(driver));
    }

    [Fact]
    public async Task A_step_is_found_again_on_a_posted_contract()
    {
        await using var driver = await SandboxDriver.StartAsync();
        for (var month = 0; month < 8; month++)
        {
            await driver.BillNextMonthAsync();
        }

        var contract = await ContractAsync(driver, Posted);
        var answer = await ReplayAsync(driver, contract, await DraftAsync(driver, contract, 0.10m));
        var proposals = JsonNode.Parse(answer["Proposal"]!.ToString())!["proposals"]!;
        Assert.Contains(
            "\"threshold\": 0.50, \"rateBefore\": 0.10, \"rateAfter\": 0.05, \"reading\": \"wholeBalance\"",
            proposals[0]!["fields"]!.ToString(),
            StringComparison.Ordinal
        );
        Assert.True(proposals[0]!["explainsAll"]!.GetValue<bool>(), answer["Message"]!.ToString());

        // Procore shows the reduction as a release, so a release beside a milder step is the other reading.
        Assert.DoesNotContain("released", proposals[0]!["rest"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains("of retainage released", proposals[1]!["rest"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains("Check the contract", answer["Message"]!.ToString(), StringComparison.Ordinal);
    }

    private static async Task<string> ContractAsync(SandboxDriver driver, string key) =>
        (await driver.DataverseAsync(SandboxDriver.Administrator, HttpMethod.Get, key)).Body!["pint_commitmentid"]!.ToString();

    // Version 9, or 8: a draft beside the version that is active.
    private static async Task<string> DraftAsync(SandboxDriver driver, string contract, decimal rate)
    {
        var version = rate == 0.10m ? 8 : 9;
        var answer = await driver.DataverseAsync(
            SandboxDriver.Administrator,
            HttpMethod.Post,
            "pint_commitmenttermss",
            new JsonObject
            {
                ["pint_name"] = $"Terms, version {version}",
                ["pint_CommitmentId@odata.bind"] = $"pint_commitments({contract})",
                ["pint_version"] = version,
                ["pint_validfrom"] = "2025-01-01",
                ["pint_rulestate"] = 723100000,
                ["pint_matching"] = 723100000,
                ["pint_retainagekind"] = 723100001,
                ["pint_workrate"] = rate,
                ["pint_retainagesource"] = 723100000,
                ["pint_retainagekeeper"] = 723100000,
                ["pint_storedmaterials"] = 723100000,
                ["pint_stalestorageperiods"] = 3,
                ["pint_overbillingtolerance"] = 0,
                ["pint_negativelines"] = 723100000,
                ["pint_creditdocument"] = 723100000,
                ["pint_residualplace"] = 723100000,
                ["pint_approvedasnoted"] = 723100001,
            }
        );
        Assert.True(answer.Status == 204, answer.Text);
        var rows = await driver.RowsAsync($"pint_commitmenttermss?$filter=pint_name eq 'Terms, version {version}'");
        return Assert.Single(rows)["pint_commitmenttermsid"]!.ToString();
    }

    private static async Task<JsonObject> ReplayAsync(SandboxDriver driver, string contract, string terms)
    {
        var answer = await driver.DataverseAsync(
            SandboxDriver.Accountant,
            HttpMethod.Post,
            "pint_ReplayTerms",
            new JsonObject { ["CommitmentId"] = contract, ["TermsId"] = terms }
        );
        Assert.True(answer.Status == 200, answer.Text);
        return answer.Body!.AsObject();
    }

    private static async Task<string[]> VersionsAsync(SandboxDriver driver)
    {
        var rows = new[] { "pint_documents", "pint_commitments", "pint_sourcelines" }.Select(set => driver.RowsAsync(set));
        return [.. (await Task.WhenAll(rows)).SelectMany(set => set.Select(row => row["@odata.etag"]!.ToString()))];
    }
}

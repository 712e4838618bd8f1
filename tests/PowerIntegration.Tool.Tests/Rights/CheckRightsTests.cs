using System.Net;
using System.Net.Http;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace PowerIntegration.Tool.Tests.Rights;

public sealed class CheckRightsTests
{
    [Fact]
    public async Task Accounts_without_a_forbidden_right_pass_line_by_line_and_nothing_is_written()
    {
        await using var pair = await CheckedPair.StartAsync();

        var run = await pair.CheckAsync();

        var roles =
            $"Its reviewed roles are {CheckedPair.Reviewed}, read at {pair.Address}/oracle/hcmRestApi/resources/11.13.18.05/userAccounts"
            + "/8091FA12603D206DE050F50AE3921F70/child/userAccountRoles.";
        var account = "account 'dmsa-powerintegration@procore.example'";
        var manifest = $"read at {pair.Address}/procore/rest/v1.0/settings/permissions";
        Assert.Equal(
            [
                $"✓ Oracle: user 'INTEGRATION' cannot pay. {roles}",
                $"✓ Oracle: user 'INTEGRATION' cannot approve invoices. {roles}",
                $"✓ Oracle: user 'INTEGRATION' cannot change bank accounts. {roles}",
                $"✓ Oracle: user 'INTEGRATION' cannot give itself further roles. {roles}",
                $"✓ Procore: {account} cannot approve in the company. 2 tools without Admin or an approving action, "
                    + $"{manifest}?company_id={CheckedPair.Company}.",
                $"✓ Procore: {account} is not an accounting approver, read at {pair.Address}/procore/rest/v1.3/companies/{CheckedPair.Company}"
                    + "/users/562949953430099.",
                $"✓ Procore: {account} cannot approve in project 'Fulton Yards Tower'. 5 tools without Admin or an approving action, "
                    + $"{manifest}?project_id=562949953500001.",
                "7 checks: 7 passed, 0 failed, 0 not read.",
            ],
            run.Lines
        );
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.All(
            run.Requests,
            request => Assert.True(request.StartsWith("GET ", StringComparison.Ordinal) || request.EndsWith("/token", StringComparison.Ordinal))
        );
        Assert.Empty(pair.Procore.Refusals);
        Assert.Empty(pair.Oracle.NamedRefusals);
    }

    [Theory]
    [InlineData("ORA_AP_ACCOUNTS_PAYABLE_MANAGER_JOB", "pay", "approve invoices")]
    [InlineData("ORA_AP_ACCOUNTS_PAYABLE_SUPERVISOR_JOB", "pay", "approve invoices")]
    [InlineData("ORA_AP_ACCOUNTS_PAYABLE_INVOICE_SUPERVISOR_JOB", "approve invoices")]
    [InlineData("ORA_AP_ACCOUNTS_PAYABLE_PAYMENT_SUPERVISOR_JOB", "pay")]
    [InlineData("ora_ap_accounts_payable_payment_supervisor_job", "pay")]
    [InlineData("ORA_CE_CASH_MANAGER_JOB", "change bank accounts")]
    [InlineData("ORA_POZ_SUPPLIER_MANAGER_ABSTRACT", "change bank accounts")]
    [InlineData("ORA_POZ_SUPPLIER_ADMINISTRATOR_ABSTRACT", "change bank accounts")]
    [InlineData("ORA_FUN_FINANCIAL_APPLICATION_ADMINISTRATOR_JOB", "change bank accounts")]
    [InlineData("ORA_FND_IT_SECURITY_MANAGER_JOB", "give itself further roles")]
    [InlineData("ORA_FND_APPLICATION_IMPLEMENTATION_CONSULTANT_JOB", "pay", "approve invoices", "change bank accounts", "give itself further roles")]
    public async Task A_role_that_gives_a_forbidden_right_fails_and_is_named_with_its_remedy(string role, params string[] rights)
    {
        await using var pair = await CheckedPair.StartAsync([CheckedPair.Reviewed, role]);

        // Whoever reviewed a role does not make it harmless.
        foreach (var run in new[] { await pair.CheckAsync(), await pair.CheckAsync("--oracle-role", role) })
        {
            Assert.Equal(1, run.Code);
            Assert.Equal(
                rights.Select(right =>
                    $"✗ Oracle: user 'INTEGRATION' can {right} by the role {role}. Remove this role from the user in the Security Console."
                ),
                run.Marked('✗').Select(line => line[..(line.IndexOf("Console.", StringComparison.Ordinal) + 8)])
            );
        }
    }

    [Fact]
    public async Task A_role_that_no_one_reviewed_gives_no_tick()
    {
        await using var pair = await CheckedPair.StartAsync([CheckedPair.Reviewed, "CUSTOM_OTHER_JOB"]);

        var run = await pair.RunAsync(pair.OracleLine);

        Assert.Equal(2, run.Code);
        Assert.Equal(4, run.Marked('?').Count(line => line.Contains("the role CUSTOM_OTHER_JOB", StringComparison.Ordinal)));
        Assert.Empty(run.Marked('✓'));
        Assert.Equal("4 checks: 0 passed, 0 failed, 4 not read. Correct what the lines name, and run the command again.", run.Lines[^1]);
        Assert.Equal(0, (await pair.CheckAsync("--oracle-role", "CUSTOM_OTHER_JOB")).Code);
    }

    [Theory]
    [InlineData("custom_pint_integration_job")]
    [InlineData("CUSTOM_PINT_INTEGRATION_JOB_2")]
    [InlineData("CUSTOM_PINT")]
    public async Task A_reviewed_role_is_compared_whole(string role)
    {
        await using var pair = await CheckedPair.StartAsync([role]);

        Assert.Equal(2, (await pair.RunAsync(pair.OracleLine)).Code);
    }

    [Fact]
    public async Task Roles_are_read_to_their_last_page()
    {
        // The forbidden one is the last by name.
        var roles = Enumerable.Range(0, 150).Select(number => $"CUSTOM_{number:000}").Append("ORA_CE_CASH_MANAGER_JOB").ToArray();
        await using var pair = await CheckedPair.StartAsync(roles);

        var run = await pair.RunAsync(pair.OracleLine);

        Assert.Equal(1, run.Code);
        Assert.Contains("ORA_CE_CASH_MANAGER_JOB", Assert.Single(run.Marked('✗')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_without_roles_or_without_an_account_is_not_a_user_without_rights()
    {
        await using var pair = await CheckedPair.StartAsync([]);

        var without = await pair.RunAsync(pair.OracleLine);
        Assert.Equal(2, without.Code);
        Assert.Contains("shows no role of the user 'INTEGRATION'", Assert.Single(without.Marked('?')), StringComparison.Ordinal);

        var line = pair.OracleLine;
        line[5] = "IN'TEGRATION";
        var unknown = await pair.RunAsync(line);
        Assert.Equal(2, unknown.Code);
        Assert.Contains("0 user accounts with the name 'IN'TEGRATION'", Assert.Single(unknown.Marked('?')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_name_with_a_password_signs_in_without_a_token_address()
    {
        await using var pair = await CheckedPair.StartAsync();
        pair.Variables["PINT_ORACLE_CLIENT_ID"] = CheckedPair.OracleUser;

        var line = new[] { "--oracle", pair.Address + "/oracle", "--oracle-user", CheckedPair.OracleUser, "--oracle-role", CheckedPair.Reviewed };
        Assert.Equal(0, (await pair.RunAsync(line)).Code);

        pair.Variables["PINT_ORACLE_CLIENT_SECRET"] = "another";
        var refused = await pair.RunAsync(line);
        Assert.Equal(2, refused.Code);
        Assert.Contains("refused the sign-in", Assert.Single(refused.Marked('?')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("company_tools", "in the company")]
    [InlineData("project_tools", "in project 'Fulton Yards Tower'")]
    public async Task Admin_of_a_tool_and_an_approving_action_fail_where_they_are(string tools, string place)
    {
        await using var pair = await CheckedPair.StartAsync(arrange: account =>
        {
            account[tools]!.AsArray().Add(Tool("invoicing", "Admin"));
            account[tools]!.AsArray().Add(Tool("change_events", "Standard", "edit", "Approve_Commitment_Change_Orders"));
        });

        var run = await pair.CheckAsync();

        Assert.Equal(1, run.Code);
        Assert.Contains(
            $"can approve {place}: invoicing (Admin); change_events (Approve_Commitment_Change_Orders). Lower these permissions",
            Assert.Single(run.Marked('✗')),
            StringComparison.Ordinal
        );
        Assert.Equal(6, run.Marked('✓').Count);
    }

    [Theory]
    [InlineData("None")]
    [InlineData("Read Only")]
    [InlineData("read_only")]
    [InlineData("Read-only")]
    [InlineData("Standard")]
    public async Task The_levels_that_cannot_approve_pass_in_any_spelling(string level)
    {
        await using var pair = await CheckedPair.StartAsync(arrange: account => account["project_tools"]!.AsArray().Add(Tool("budget", level)));

        Assert.Equal(0, (await pair.CheckAsync()).Code);
    }

    [Theory]
    [InlineData("admin")]
    [InlineData("ADMIN")]
    public async Task Admin_fails_in_any_spelling(string level)
    {
        await using var pair = await CheckedPair.StartAsync(arrange: account => account["project_tools"]!.AsArray().Add(Tool("budget", level)));

        Assert.Equal(1, (await pair.CheckAsync()).Code);
    }

    [Fact]
    public async Task An_accounting_approver_fails()
    {
        await using var pair = await CheckedPair.StartAsync(arrange: account => account["erp_integrated_accountant"] = true);

        var run = await pair.CheckAsync();

        Assert.Equal(1, run.Code);
        Assert.Contains("Clear 'Accounting Approver'", Assert.Single(run.Marked('✗')), StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Unreadable =>
        new()
        {
            { "level unknown", "The tool 'budget' has the level 'Super'" },
            { "level missing", "without a usable 'user_access_level'" },
            { "level null", "without a usable 'user_access_level'" },
            { "actions missing", "without a usable 'permitted_actions'" },
            { "action without a name", "without a usable 'action_name'" },
            { "tool without a name", "without a usable 'name'" },
            { "no tools", "Procore lists no tool" },
            { "approver missing", "without a usable 'erp_integrated_accountant'" },
            { "approver as text", "without a usable 'erp_integrated_accountant'" },
            { "no projects", "Procore lists no project" },
        };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task What_procore_does_not_say_clearly_is_not_read(string fault, string sentence)
    {
        await using var pair = await CheckedPair.StartAsync(arrange: account => Break(account, fault));

        var run = await pair.CheckAsync();

        Assert.Equal(2, run.Code);
        Assert.Contains(sentence, Assert.Single(run.Marked('?')), StringComparison.Ordinal);
        Assert.Equal(6, run.Marked('✓').Count);
    }

    private static void Break(JsonObject account, string fault)
    {
        var tool = Tool("budget", "Super");
        switch (fault)
        {
            case "level missing":
                tool.Remove("user_access_level");
                break;
            case "level null":
                tool["user_access_level"] = null;
                break;
            case "actions missing":
                tool["user_access_level"]!["name"] = "None";
                tool.Remove("permitted_actions");
                break;
            case "action without a name":
                tool["user_access_level"]!["name"] = "None";
                tool["permitted_actions"] = new JsonArray(new JsonObject { ["label"] = "Approve" });
                break;
            case "tool without a name":
                tool.Remove("name");
                break;
            case "no tools":
                account["project_tools"] = new JsonArray();
                return;
            case "approver missing":
                account.Remove("erp_integrated_accountant");
                return;
            case "approver as text":
                account["erp_integrated_accountant"] = "false";
                return;
            case "no projects":
                account["permitted_project_ids"] = new JsonArray();
                return;
        }

        account["project_tools"]!.AsArray().Add(tool);
    }

    [Fact]
    public async Task A_forbidden_right_counts_more_than_what_could_not_be_read()
    {
        await using var pair = await CheckedPair.StartAsync(arrange: account =>
        {
            account["company_tools"]!.AsArray().Add(Tool("invoicing", "Admin"));
            account["permitted_project_ids"] = new JsonArray();
        });

        var run = await pair.CheckAsync();

        Assert.Equal(1, run.Code);
        Assert.Equal((1, 1), (run.Marked('✗').Count, run.Marked('?').Count));
    }

    public static TheoryData<string, int, string, string> Answers =>
        new()
        {
            { "/userAccounts", 403, "", "does not let the account read user accounts (403)" },
            { "/userAccountRoles", 403, "", "does not let the account read the roles of the user account (403)" },
            { "/userAccountRoles", 500, "", "did not answer when reading the roles of the user account (500)" },
            { "/userAccountRoles", 302, "", "did not answer when reading the roles of the user account (302)" },
            { "/userAccountRoles", 200, "<html>", "not valid JSON" },
            { "/userAccountRoles", 200, "[]", "unexpected response" },
            { "/userAccountRoles", 200, "{}", "without a usable 'items'" },
            { "/userAccountRoles", 200, """{"items":[{"RoleCode":5}],"hasMore":false}""", "without a usable 'RoleCode'" },
            { "/userAccountRoles", 200, """{"items":[{"RoleCode":"A"}]}""", "without a usable 'hasMore'" },
            { "/userAccountRoles", 200, """{"items":[],"items":[],"hasMore":false}""", "not valid JSON" },
            { "/oracle/oauth2/v1/token", 401, """{"error":"oracle-secret-of-the-test"}""", "was refused (401)" },
            { "/oracle/oauth2/v1/token", 200, """{"token":"x"}""", "without a usable 'access_token'" },
            { "/oauth/token", 401, """{"error":"procore-secret-of-the-test"}""", "was refused (401)" },
            { "/me", 401, "", "refused the sign-in when reading the account (401)" },
            { "/me", 200, """{"id":1}""", "without a usable 'login'" },
            { "/settings/permissions", 403, "", "does not let the account read the permissions of the account in the company (403)" },
            { "/projects", 200, "{}", "Procore's list of projects is not a list" },
            { "/projects", 200, """[{"id":"7","name":"x"}]""", "without a usable 'id'" },
            { "/users/562949953430099", 404, "", "does not have the account in the company's directory (404)" },
        };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task An_answer_that_cannot_be_used_is_exit_code_2_and_no_tick(string path, int status, string body, string sentence)
    {
        await using var pair = await CheckedPair.StartAsync();
        pair.Answers[path] = () =>
            new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

        var run = await pair.CheckAsync();

        Assert.Equal("", run.Error);
        Assert.Equal(2, run.Code);
        Assert.Contains(run.Marked('?'), line => line.Contains(sentence, StringComparison.Ordinal));
        Assert.Empty(run.Marked('✗'));
    }

    [Fact]
    public async Task A_system_that_cannot_be_reached_is_named_without_the_platforms_text()
    {
        await using var pair = await CheckedPair.StartAsync();
        pair.Answers["/me"] = () => throw new HttpRequestException("procore-secret-of-the-test");

        var run = await pair.RunAsync(pair.ProcoreLine);

        Assert.Equal(2, run.Code);
        Assert.Contains("Procore cannot be reached at 127.0.0.1 when reading the account.", Assert.Single(run.Marked('?')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_defect_is_exit_code_2_and_its_text_is_not_repeated()
    {
        await using var pair = await CheckedPair.StartAsync();
        pair.Answers["/me"] = () => throw new InvalidOperationException("procore-secret-of-the-test");

        var run = await pair.CheckAsync();

        Assert.Equal(2, run.Code);
        Assert.Contains("Unexpected error (InvalidOperationException)", Assert.Single(run.Marked('?')), StringComparison.Ordinal);
        Assert.Equal(4, run.Marked('✓').Count);
    }

    [Fact]
    public async Task Procores_limit_is_waited_for()
    {
        await using var pair = await CheckedPair.StartAsync(spikeLimit: 2);
        var start = pair.Clock.GetUtcNow();

        Assert.Equal(0, (await pair.RunAsync(pair.ProcoreLine)).Code);
        Assert.True(pair.Clock.GetUtcNow() > start);
    }

    [Fact]
    public async Task A_system_that_never_stops_asking_to_wait_is_not_read()
    {
        await using var pair = await CheckedPair.StartAsync();
        pair.Answers["/me"] = () =>
            new HttpResponseMessage(HttpStatusCode.TooManyRequests) { Headers = { RetryAfter = new(TimeSpan.FromSeconds(10)) } };

        var run = await pair.RunAsync(pair.ProcoreLine);

        Assert.Equal(2, run.Code);
        Assert.Contains("did not answer when reading the account (429)", Assert.Single(run.Marked('?')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_with_a_line_break_makes_no_line_of_its_own()
    {
        await using var pair = await CheckedPair.StartAsync(arrange: account =>
            account["project_tools"]!.AsArray().Add(Tool("x\n✓ Procore: all is well", "Admin"))
        );

        Assert.Equal(8, (await pair.CheckAsync()).Lines.Count);
    }

    [Theory]
    [InlineData("PINT_ORACLE_CLIENT_ID", "client ID")]
    [InlineData("PINT_ORACLE_CLIENT_SECRET", "client secret")]
    [InlineData("PINT_PROCORE_CLIENT_ID", "client ID")]
    [InlineData("PINT_PROCORE_CLIENT_SECRET", "client secret")]
    public async Task A_variable_that_is_not_set_is_named_before_anything_is_sent(string variable, string what)
    {
        await using var pair = await CheckedPair.StartAsync();
        pair.Variables.Remove(variable);

        var run = await pair.CheckAsync();

        Assert.Equal(2, run.Code);
        Assert.Equal($"The environment variable {variable} is not set. Set it to the {what} of the account to check.", run.Error.Trim());
        Assert.Empty(run.Requests);
    }

    [Theory]
    [InlineData("Give --oracle, --procore or both.")]
    [InlineData("--procore needs --company", "--procore", "https://api.procore.com")]
    [InlineData("--procore needs --company", "--procore", "https://api.procore.com", "--company", "0")]
    [InlineData("--oracle needs --oracle-user", "--oracle", "https://pod.example")]
    [InlineData("--oracle is 'http://pod.example', which is not https", "--oracle", "http://pod.example", "--oracle-user", "A")]
    [InlineData("--oracle takes an address", "--oracle", "pod.example", "--oracle-user", "A")]
    [InlineData("without credentials", "--oracle", "https://name:word@pod.example", "--oracle-user", "A")]
    [InlineData("--oracle-token-url is", "--oracle", "https://pod.example", "--oracle-token-url", "http://x.example/token", "--oracle-user", "A")]
    [InlineData("--procore-login is", "--procore", "https://api.procore.com", "--procore-login", "http://x.example", "--company", "1")]
    [InlineData("--company takes a whole number", "--procore", "https://api.procore.com", "--company", "acme")]
    public async Task A_mistake_in_the_command_line_is_one_sentence_and_nothing_is_sent(string sentence, params string[] line)
    {
        await using var pair = await CheckedPair.StartAsync();

        var run = await pair.RunAsync(line);

        Assert.Equal(2, run.Code);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.Trim().Split('\n'));
        Assert.Empty(run.Requests);
    }

    [Fact]
    public async Task The_help_names_variables_marks_and_exit_codes_and_no_option_takes_a_secret()
    {
        await using var pair = await CheckedPair.StartAsync();

        var help = string.Join('\n', (await pair.RunAsync("--help")).Lines);

        Assert.All(pair.Variables.Keys, variable => Assert.Contains(variable, help, StringComparison.Ordinal));
        Assert.Contains("✓ not allowed, ✗ allowed, ? not read", help, StringComparison.Ordinal);
        Assert.Contains("2 if something could not be read", help, StringComparison.Ordinal);
        Assert.DoesNotContain("--oracle-secret", help, StringComparison.Ordinal);
        Assert.DoesNotContain("--procore-secret", help, StringComparison.Ordinal);
    }

    private static JsonObject Tool(string name, string level, params string[] actions) =>
        new()
        {
            ["name"] = name,
            ["user_access_level"] = new JsonObject { ["id"] = 1, ["name"] = level },
            ["permitted_actions"] = new JsonArray([.. actions.Select(action => new JsonObject { ["action_name"] = action })]),
        };
}

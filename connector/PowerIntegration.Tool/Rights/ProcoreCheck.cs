using System.Net.Http.Headers;
using System.Text.Json;

namespace PowerIntegration.Tool.Rights;

/// <summary>Whether the Procore account can approve: in the company, as accounting approver, and in each project that it may see.</summary>
/// <param name="system">Procore, signed in.</param>
/// <param name="company">The company.</param>
internal sealed class ProcoreCheck(CheckedSystem system, long company)
{
    private const string Manifest = "rest/v1.0/settings/permissions";
    private const int PageSize = 100;
    private const int PagesMax = 100;

    /// <summary>One result for the company's tools, one for the accounting approver and one for each project.</summary>
    /// <exception cref="NotReadException">Who the account is could not be read.</exception>
    public async Task<IReadOnlyList<CheckedRight>> RunAsync(CancellationToken cancellation)
    {
        var (me, _) = await system.GetAsync("rest/v1.0/me", "the account", cancellation);
        var account = $"account '{me.Text("login", "Procore's account")}'";
        List<CheckedRight> results =
        [
            await AttemptAsync(
                "in the company",
                account,
                () => ToolsAsync("in the company", account, $"{Manifest}?company_id={company}", cancellation)
            ),
            await AttemptAsync("as accounting approver", account, () => ApproverAsync(me.Number("id", "Procore's account"), account, cancellation)),
        ];
        await AddProjectsAsync(results, account, cancellation);
        return results;
    }

    // A list that breaks off hides nothing of what was read before.
    private async Task AddProjectsAsync(List<CheckedRight> results, string account, CancellationToken cancellation)
    {
        try
        {
            await foreach (var (id, place) in ProjectsAsync(cancellation))
            {
                results.Add(await AttemptAsync(place, account, () => ToolsAsync(place, account, $"{Manifest}?project_id={id}", cancellation)));
            }
        }
        catch (NotReadException unread)
        {
            results.Add(CheckedRight.NotRead($"Procore: whether {account} can approve in its projects is not known. {unread.Message}"));
        }
    }

    // One project that cannot be read hides nothing about the others.
    private static async Task<CheckedRight> AttemptAsync(string place, string account, Func<Task<CheckedRight>> check)
    {
        try
        {
            return await check();
        }
        catch (NotReadException unread)
        {
            return CheckedRight.NotRead($"Procore: whether {account} can approve {place} is not known. {unread.Message}");
        }
    }

    private async Task<CheckedRight> ToolsAsync(string place, string account, string path, CancellationToken cancellation)
    {
        var (answer, _) = await system.GetAsync(path, $"the permissions of the account {place}", cancellation);
        var tools = answer.List("tools", Where).Select(ProcoreTool.Read).ToList();
        if (tools.Count == 0)
        {
            throw new NotReadException("Procore lists no tool. Check that the account may use the API of this company and project.");
        }

        var address = system.Root + path;
        var forbidden = tools.Select(tool => tool.Approves).OfType<string>().ToList();
        return forbidden.Count == 0
            ? CheckedRight.Absent(
                $"Procore: {account} cannot approve {place}. {tools.Count} tools without Admin or an approving action, read at {address}."
            )
            : CheckedRight.Forbidden(
                $"Procore: {account} can approve {place}: {string.Join("; ", forbidden)}. Lower these permissions in the app's manifest, or in the "
                    + $"permission template of the account. Read at {address}."
            );
    }

    // The user flag of Procore's ERP tool: who has it accepts what is exported to the books.
    private async Task<CheckedRight> ApproverAsync(long id, string account, CancellationToken cancellation)
    {
        var path = $"rest/v1.3/companies/{company}/users/{id}";
        var (user, _) = await system.GetAsync(path, "the account in the company's directory", cancellation);
        return user.Flag("erp_integrated_accountant", "Procore's directory")
            ? CheckedRight.Forbidden(
                $"Procore: {account} is an accounting approver and can accept exports to the books. Clear 'Accounting Approver' of this user in the "
                    + $"company's directory. Read at {system.Root}{path}."
            )
            : CheckedRight.Absent($"Procore: {account} is not an accounting approver, read at {system.Root}{path}.");
    }

    private async IAsyncEnumerable<(long Id, string Place)> ProjectsAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var count = 0;
        for (var page = 1; page <= PagesMax; page++)
        {
            var (answer, headers) = await system.GetAsync(
                $"rest/v1.1/projects?company_id={company}&page={page}&per_page={PageSize}",
                "the projects of the company",
                cancellation
            );
            if (answer.ValueKind != JsonValueKind.Array)
            {
                throw new NotReadException("Procore's list of projects is not a list. Check the address.");
            }

            foreach (var project in answer.EnumerateArray())
            {
                count++;
                yield return (project.Number("id", Where), $"in project '{project.Text("name", Where)}'");
            }

            if (!HasNext(headers))
            {
                if (count == 0)
                {
                    throw new NotReadException(
                        "Procore lists no project for the account. Permit the projects that the integration reads, then check again."
                    );
                }

                yield break;
            }
        }

        throw new NotReadException($"Procore lists more than {PagesMax * PageSize:N0} projects. Check the others in Procore.");
    }

    private static bool HasNext(HttpResponseHeaders headers) =>
        headers.TryGetValues("Link", out var links)
        && links.SelectMany(link => link.Split(',')).Any(link => link.Contains("rel=\"next\"", StringComparison.Ordinal));

    private const string Where = "Procore's list of permissions";
}

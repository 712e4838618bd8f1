using System.CommandLine;

namespace PowerIntegration.Tool.Rights;

/// <summary>The options of <c>check</c>.</summary>
internal sealed class CheckOptions
{
    private readonly Option<string?> oracle = new("--oracle") { Description = "Address of the Oracle pod.", HelpName = "URL" };

    private readonly Option<string?> oracleTokenUrl = new("--oracle-token-url")
    {
        Description = "Where Oracle's identity domain issues tokens. Without it the credentials are a user name and password.",
        HelpName = "URL",
    };

    private readonly Option<string> oracleScope = new("--oracle-scope")
    {
        Description = "Scope of the token.",
        HelpName = "SCOPE",
        DefaultValueFactory = _ => "urn:opc:resource:consumer::all",
    };

    private readonly Option<string?> oracleUser = new("--oracle-user")
    {
        Description = "Name of the Oracle user that the credentials run as.",
        HelpName = "NAME",
    };

    private readonly Option<string[]> oracleRole = new("--oracle-role")
    {
        Description = "Code of a role whose privileges you have reviewed. Give it once for each role.",
        HelpName = "CODE",
    };

    private readonly Option<string?> procore = new("--procore") { Description = "Address of Procore's API.", HelpName = "URL" };

    private readonly Option<string?> procoreLogin = new("--procore-login")
    {
        Description = "Address of Procore's sign-in. Default: the address of the API.",
        HelpName = "URL",
    };

    private readonly Option<long?> company = new("--company") { Description = "ID of the Procore company.", HelpName = "ID" };

    /// <summary>Adds all of them to the command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { oracle, oracleTokenUrl, oracleScope, oracleUser, oracleRole, procore, procoreLogin, company })
        {
            command.Add(option);
        }
    }

    /// <summary>What was given.</summary>
    public CheckSettings Read(ParseResult result) =>
        new(
            result.GetValue(oracle) is { } pod
                ? new OracleSettings(
                    pod,
                    result.GetValue(oracleTokenUrl),
                    result.GetValue(oracleScope)!,
                    result.GetValue(oracleUser),
                    result.GetValue(oracleRole) ?? []
                )
                : null,
            result.GetValue(procore) is { } api ? new ProcoreSettings(api, result.GetValue(procoreLogin) ?? api, result.GetValue(company)) : null
        );
}

using Microsoft.AspNetCore.Http;
using PowerIntegration.Local.Oracle.Rest;

namespace PowerIntegration.Local.Oracle;

/// <summary>Takes a call off the wire, meets it with a fault where one is due, and puts the answer or the refusal on the wire.</summary>
internal sealed class RestEndpoint(OracleSimulator simulator)
{
    private const string FinancialsRoot = "fscmRestApi";
    private static readonly string[] Versions = ["latest", "11.13.18.05"];

    public async Task ServeAsync(HttpContext context)
    {
        var path = (context.Request.RouteValues["path"] as string ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        var isRest = path.Length > 3 && path[0] == RootOf(path[3]) && path[1] == "resources" && Versions.Contains(path[2]);
        var operation = isRest ? simulator.Resolve(context.Request.Method, path[3..]) : Outside(context.Request.Method, string.Join('/', path));
        simulator.Calls.Record(context.Request.Method, operation.Template);
        var fault = simulator.Faults.Take(context.Request.Method, operation.Template);
        if (fault?.Kind == OracleFaultKind.Refused)
        {
            await RefuseByFaultAsync(context, fault);
            return;
        }

        if (fault?.Kind == OracleFaultKind.Slow)
        {
            await Task.Delay(fault.Delay, simulator.Clock, context.RequestAborted);
        }

        if (simulator.SignIn.UserOf(context.Request) is not { } userName)
        {
            await ChallengeAsync(context);
            return;
        }

        await AnswerAsync(context, operation, path, userName, isLost: fault?.Kind == OracleFaultKind.AnswerLost);
    }

    private async Task AnswerAsync(HttpContext context, Operation operation, string[] path, string userName, bool isLost)
    {
        Func<Task> write;
        try
        {
            var request = await RequestReader.ReadAsync(context, path, userName);
            var answer = simulator.Run(operation, request);
            write = () => AnswerWriter.WriteAsync(context, answer);
        }
        catch (RequestRefusedException refusal)
        {
            simulator.Note(refusal);
            write = () => AnswerWriter.WriteAsync(context, refusal);
        }

        if (isLost)
        {
            context.Abort();
            return;
        }

        await write();
    }

    private static string RootOf(string resource) => resource == UserResources.UserAccounts.Name ? UserResources.Root : FinancialsRoot;

    private static Operation Outside(string method, string path) =>
        new(path, _ => throw RequestRefusedException.NotSimulated(StatusCodes.Status404NotFound, $"{method} on /oracle/{path}"));

    private static Task RefuseByFaultAsync(HttpContext context, OracleFault fault)
    {
        if (fault.RetryAfter is { } wait)
        {
            context.Response.Headers.RetryAfter = ((long)wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        return AnswerWriter.WriteTextAsync(context, fault.Status, "The service is temporarily unavailable.");
    }

    private static Task ChallengeAsync(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "Basic realm=\"owsm\"";
        return AnswerWriter.WriteTextAsync(context, StatusCodes.Status401Unauthorized, "401 Unauthorized");
    }
}

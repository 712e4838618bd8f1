using System.Net.Http;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace PowerIntegration.Sandbox.Hosting;

/// <summary>
/// Cuts every connection from one request on, so that whatever was under way is left as a crash of all processes would leave it: what was committed
/// stays, and no one hears of anything. The systems themselves keep their files.
/// </summary>
public sealed partial class PowerCut
{
    private readonly object gate = new();
    private readonly List<string> seen = [];
    private Func<string, bool>? isFatal;
    private bool isAfter;

    /// <summary>True while nothing gets through.</summary>
    public bool IsDark { get; private set; }

    /// <summary>The kind of every request since the start, such as <c>POST /api/data/v9.2/pint_RecordOutcome</c>.</summary>
    public IReadOnlyList<string> Seen
    {
        get
        {
            lock (gate)
            {
                return [.. seen];
            }
        }
    }

    /// <summary>Waits for a request of a kind; it and everything after it is cut.</summary>
    /// <param name="kind">Whether it is the kind.</param>
    /// <param name="isAnswered">True where the request is still carried out and only its answer is lost.</param>
    public void WaitFor(Func<string, bool> kind, bool isAnswered)
    {
        lock (gate)
        {
            isFatal = kind;
            isAfter = isAnswered;
        }
    }

    /// <summary>Lets everything through again.</summary>
    public void Restore()
    {
        lock (gate)
        {
            (isFatal, IsDark) = (null, false);
        }
    }

    /// <summary>Passes a request on, or cuts it.</summary>
    internal async Task PassAsync(HttpContext context, RequestDelegate next)
    {
        var (isCut, isCarriedOut) = Decide(KindOf(context.Request));
        if (isCarriedOut)
        {
            await CarryOutAsync(context, next, isCut);
        }

        if (isCut)
        {
            context.Abort();
        }
    }

    /// <summary>Passes on a call that stays inside this process, or cuts it as one over the wire.</summary>
    /// <param name="kind">Its kind, as <see cref="Seen"/> shows it.</param>
    /// <param name="call">Carries it out.</param>
    /// <exception cref="HttpRequestException">It was cut; no answer arrived.</exception>
    internal async Task<T> PassAsync<T>(string kind, Func<Task<T>> call)
    {
        var (isCut, isCarriedOut) = Decide(kind);
        var answer = isCarriedOut ? await call() : default;
        return isCut ? throw new HttpRequestException("The connection was cut.") : answer!;
    }

    private (bool IsCut, bool IsCarriedOut) Decide(string kind)
    {
        lock (gate)
        {
            seen.Add(kind);
            var isFirst = !IsDark && isFatal?.Invoke(kind) == true;
            IsDark |= isFirst;
            return (IsDark, !IsDark || (isFirst && isAfter));
        }
    }

    // Whoever asked is gone; the work is done to its end, and its answer goes nowhere.
    private static async Task CarryOutAsync(HttpContext context, RequestDelegate next, bool isCut)
    {
        if (!isCut)
        {
            await next(context);
            return;
        }

        var body = context.Response.Body;
        context.Response.Body = Stream.Null;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = body;
        }
    }

    private static string KindOf(HttpRequest request) => $"{request.Method} {Ids().Replace(request.Path.Value ?? "/", "*")}";

    [GeneratedRegex(@"\([^)]*\)|[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}|\d{5,}[0-9A-Fa-f]*")]
    private static partial Regex Ids();
}

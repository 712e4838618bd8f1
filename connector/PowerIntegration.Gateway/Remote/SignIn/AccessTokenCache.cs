namespace PowerIntegration.Gateway.Remote.SignIn;

/// <summary>Keeps one token until shortly before it ends by the injected clock; concurrent callers share one request.</summary>
internal sealed class AccessTokenCache(TimeProvider clock, Func<CancellationToken, Task<IssuedToken>> ask) : IDisposable
{
    /// <summary>A token is replaced this long before it expires: longer than the longest attempt.</summary>
    public static readonly TimeSpan RenewalMargin = TimeSpan.FromMinutes(2);

    private readonly SemaphoreSlim gate = new(1, 1);
    private Held? held;

    /// <summary>The token; requested again if there is none or it is about to expire.</summary>
    public async ValueTask<string> GetAsync(CancellationToken cancellationToken)
    {
        if (Usable(Volatile.Read(ref this.held)) is { } usable)
        {
            return usable;
        }

        await gate.WaitAsync(cancellationToken);
        try
        {
            if (Usable(Volatile.Read(ref this.held)) is { } arrived)
            {
                return arrived;
            }

            var asked = clock.GetUtcNow();
            var issued = await ask(cancellationToken);
            Volatile.Write(ref this.held, new Held(issued.Value, asked + issued.Lifetime - RenewalMargin));
            return issued.Value;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Drops a token the system refused, unless another one has come since.</summary>
    public void Forget(string token)
    {
        var held = Volatile.Read(ref this.held);
        if (held?.Value == token)
        {
            Interlocked.CompareExchange(ref this.held, null, held);
        }
    }

    public void Dispose() => gate.Dispose();

    private string? Usable(Held? held) => held is not null && clock.GetUtcNow() < held.RenewFrom ? held.Value : null;

    private sealed record Held(string Value, DateTimeOffset RenewFrom);
}

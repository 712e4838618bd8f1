using PowerIntegration.Local.Clock;

namespace PowerIntegration.Local.Oracle;

/// <summary>The seam through which a test or a demo makes Oracle misbehave: planned faults first, then faults drawn from the seed.</summary>
public sealed class OracleFaults
{
    private const int PerMille = 1000;
    private readonly Lock gate = new();
    private readonly List<OracleFault> planned = [];
    private IIdSource? dice;
    private int chancePerMille;

    /// <summary>Plans a fault for the next call that fits it; each planned fault happens once, the oldest first.</summary>
    /// <param name="fault">The fault.</param>
    public void Plan(OracleFault fault)
    {
        lock (gate)
        {
            planned.Add(fault);
        }
    }

    /// <summary>The next creation of an invoice happens, but its caller never hears of it.</summary>
    public void LoseNextInvoiceAnswer() =>
        Plan(
            new OracleFault
            {
                Kind = OracleFaultKind.AnswerLost,
                Method = "POST",
                Template = "invoices",
            }
        );

    /// <summary>The next call is refused with 503.</summary>
    /// <param name="retryAfter">What the answer asks the caller to wait.</param>
    public void RefuseNextCall(TimeSpan retryAfter) => Plan(new OracleFault { Kind = OracleFaultKind.Refused, RetryAfter = retryAfter });

    /// <summary>The next call takes long.</summary>
    /// <param name="delay">How long, on the simulator's clock.</param>
    public void DelayNextCall(TimeSpan delay) => Plan(new OracleFault { Kind = OracleFaultKind.Slow, Delay = delay });

    /// <summary>From now on every call may fail by chance, each kind equally often.</summary>
    /// <param name="seeded">The dice; its seed repeats the run.</param>
    /// <param name="perMille">Calls of a thousand that meet a fault, 0 to 1000.</param>
    public void DrawFrom(IIdSource seeded, int perMille)
    {
        if (perMille is < 0 or > PerMille)
        {
            throw new ArgumentOutOfRangeException(nameof(perMille), perMille, "A chance lies between 0 and 1000 of a thousand.");
        }

        lock (gate)
        {
            dice = seeded;
            chancePerMille = perMille;
        }
    }

    /// <summary>What a call meets; a planned fault is used up by it.</summary>
    /// <param name="method">HTTP method in upper case.</param>
    /// <param name="template">Path template as in <see cref="OracleCall.Template"/>.</param>
    /// <returns>The fault, or null.</returns>
    public OracleFault? Take(string method, string template)
    {
        lock (gate)
        {
            var index = planned.FindIndex(fault => Fits(fault.Method, method) && Fits(fault.Template, template));
            if (index >= 0)
            {
                var fault = planned[index];
                planned.RemoveAt(index);
                return fault;
            }

            return dice is not null && dice.NextInt(PerMille) < chancePerMille
                ? new OracleFault { Kind = (OracleFaultKind)dice.NextInt(Enum.GetValues<OracleFaultKind>().Length) }
                : null;
        }
    }

    private static bool Fits(string? wanted, string actual) => wanted is null || string.Equals(wanted, actual, StringComparison.Ordinal);
}

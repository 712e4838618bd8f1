using Microsoft.Extensions.Logging;
using PowerIntegration.Local.Clock;
using PowerIntegration.Sandbox.Hosting;

namespace PowerIntegration.Sandbox.Attack;

/// <summary>
/// Bills the job twice: once by its own people alone, and once more while everyone tries, each alone, to move money past the controls. Attempts are
/// made between the steps of the billing. After each that was not refused, and after each step, nothing that counts may be other than without them.
/// </summary>
/// <param name="layout">Where the artifacts are.</param>
/// <param name="dataFolder">The job.</param>
/// <param name="seed">Decides every attempt.</param>
internal sealed class AttackRun(RepositoryLayout layout, string dataFolder, int seed)
{
    /// <summary>What someone does past every control at a certain attempt, for a test of this run; null in every other run.</summary>
    public Func<RunningSandbox, int, Task>? Hole { get; init; }

    /// <summary>Tells how far it is: attempts made, steps of the billing made, and of how many.</summary>
    public Action<int, int, int>? Progress { get; init; }

    /// <summary>Takes every attempt with its number and answer; null where no one wants to know.</summary>
    public Action<int, Attempt, AttackAnswer>? Told { get; init; }

    /// <summary>Runs.</summary>
    /// <param name="attempts">How many attempts the run has. Where each of them stands depends on it.</param>
    /// <param name="until">Number of the attempt after which to stop.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<AttackResult> RunAsync(int attempts, int until, CancellationToken cancellation)
    {
        using var job = new AttackedJob(dataFolder);
        var alone = await WithSandboxAsync(job, (sandbox, clock, _) => BillAloneAsync(sandbox, clock, cancellation), cancellation);
        return await WithSandboxAsync(
            job,
            async (sandbox, clock, store) =>
            {
                using var tokens = new ForgedTokens(sandbox, store);
                return await AttackAsync(sandbox, clock, tokens, alone, attempts, until, cancellation);
            },
            cancellation
        );
    }

    private static async Task<IReadOnlyList<BilledJob>> BillAloneAsync(RunningSandbox sandbox, DrivenClock clock, CancellationToken cancellation)
    {
        var billing = new LegitimateBilling(sandbox, clock);
        var after = new List<BilledJob>();
        while (billing.Remaining > 0)
        {
            await billing.NextAsync(cancellation);
            after.Add(await BilledJob.ReadAsync(sandbox, cancellation));
        }

        return after;
    }

    private async Task<AttackResult> AttackAsync(
        RunningSandbox sandbox,
        DrivenClock clock,
        ForgedTokens tokens,
        IReadOnlyList<BilledJob> alone,
        int attempts,
        int until,
        CancellationToken cancellation
    )
    {
        var billing = new LegitimateBilling(sandbox, clock);
        var attack = new AttemptsBetween(sandbox, tokens, seed, Hole, cancellation) { Told = Told };
        for (var step = 0; step < alone.Count; step++)
        {
            await billing.NextAsync(cancellation);
            var billed = await BilledJob.ReadAsync(sandbox, cancellation);
            if (alone[step].Differences(billed) is { Count: > 0 } differences)
            {
                return attack.Result(new AttackSuccess(attack.Made, null, null, differences));
            }

            if (attack.Made >= until)
            {
                return attack.Result(null);
            }

            // The last ones come when nothing is left to bill.
            var upTo = Math.Min(until, (int)((long)attempts * (step + 1) / alone.Count));
            if (await attack.MakeAsync(upTo, step == alone.Count - 1, made => Progress?.Invoke(made, step + 1, alone.Count)) is { } success)
            {
                return attack.Result(success);
            }
        }

        await sandbox.Flows.RunDueAsync(cancellation);
        var last = await BilledJob.ReadAsync(sandbox, cancellation);
        return alone[^1].Differences(last) is { Count: > 0 } late
            ? attack.Result(new AttackSuccess(attack.Made, null, null, late))
            : attack.Result(null) with
            {
                Job = attack.Made == attempts ? last : null,
            };
    }

    private async Task<T> WithSandboxAsync<T>(
        AttackedJob job,
        Func<RunningSandbox, DrivenClock, string, Task<T>> work,
        CancellationToken cancellation
    )
    {
        var store = Directory.CreateTempSubdirectory("powerintegration-attack-").FullName;
        try
        {
            var clock = new DrivenClock(RunningSandbox.SeedStart);
            await using var sandbox = await RunningSandbox.StartAsync(
                new SandboxOptions
                {
                    Layout = layout,
                    DataFolder = job.Folder,
                    StoreFolder = store,
                    Seed = seed,
                    Clock = clock,
                    GatewayTells = LogLevel.Error,
                },
                cancellation
            );
            return await work(sandbox, clock, store);
        }
        finally
        {
            Directory.Delete(store, recursive: true);
        }
    }
}

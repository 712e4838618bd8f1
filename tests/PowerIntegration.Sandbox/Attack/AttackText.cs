namespace PowerIntegration.Sandbox.Attack;

/// <summary>Prints what became of a run.</summary>
internal static class AttackText
{
    private const string Command = "dotnet run --project tests/PowerIntegration.Sandbox -- attack";

    private const int KindWidth = 34;
    private const int NumberWidth = 15;
    private const int ExcerptLengthMax = 600;
    private const int DifferencesMax = 10;

    /// <summary>One attempt as a line.</summary>
    public static string Of(int number, Attempt attempt, AttackAnswer answer) =>
        Invariant(
            $"{Invariant($"{number:N0}").PadLeft(7)} {answer.Status} {attempt.Kind}: {attempt.Who}: {Excerpt(attempt.What)} -> {Excerpt(answer.Text)}"
        );

    /// <summary>The lines of the text.</summary>
    /// <param name="result">The run.</param>
    /// <param name="attempts">How many attempts it was to have.</param>
    /// <param name="seed">Its seed.</param>
    public static IEnumerable<string> Of(AttackResult result, int attempts, int seed)
    {
        yield return "attempts to".PadRight(KindWidth)
            + Right("made")
            + Right("not signed in")
            + Right("not allowed")
            + Right("refused")
            + Right("no effect");
        foreach (var kind in result.Counts.OrderBy(kind => kind.Key, StringComparer.Ordinal))
        {
            yield return Line(kind.Key, kind.Value.Values.Sum(), fate => kind.Value.GetValueOrDefault(fate));
        }

        yield return Line("all", result.Attempts, fate => result.Counts.Values.Sum(fates => fates.GetValueOrDefault(fate)));
        if (result.Success is { } success)
        {
            foreach (var line in Of(success, attempts, seed))
            {
                yield return line;
            }
        }
        else if (result.Job is { } job)
        {
            yield return "None succeeded. As without them: "
                + Invariant($"{job.Invoices} invoices in Oracle, {job.Active} active rows of configuration, {job.Decided} decided approvals; ")
                + Invariant($"{job.Evidence} pieces of evidence, none gone.");
        }
        else
        {
            yield return Invariant($"None of the first {result.Attempts:N0} attempts succeeded.");
        }
    }

    private static IEnumerable<string> Of(AttackSuccess success, int attempts, int seed)
    {
        yield return success.Attempt is { } attempt
            ? Invariant($"Attempt {success.Number:N0} succeeded: {attempt.Who} tried to {attempt.Kind}.")
            : Invariant($"One of the attempts up to {success.Number:N0} succeeded: the billing that followed came out otherwise.");
        if (success.Attempt is { } tried)
        {
            yield return "  " + Excerpt(tried.What);
            yield return Invariant($"  answered {success.Answer!.Status}: {Excerpt(success.Answer.Text)}");
        }

        foreach (var difference in success.Differences.Take(DifferencesMax))
        {
            yield return "  " + Excerpt(difference);
        }

        yield return Invariant($"To repeat it: {Command} --attempts {attempts} --seed {seed} --until {success.Number}");
    }

    private static string Line(string name, int made, Func<AttemptFate, int> count) =>
        name.PadRight(KindWidth)
        + Right(made)
        + Right(count(AttemptFate.NotSignedIn))
        + Right(count(AttemptFate.NotAllowed))
        + Right(count(AttemptFate.Refused))
        + Right(count(AttemptFate.WithoutEffect));

    private static string Right(int number) => Right(number.ToString("N0", CultureInfo.InvariantCulture));

    private static string Right(string text) => text.PadLeft(NumberWidth);

    private static string Excerpt(string text) =>
        (text.Length <= ExcerptLengthMax ? text : text[..ExcerptLengthMax] + " ...").ReplaceLineEndings(" ");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

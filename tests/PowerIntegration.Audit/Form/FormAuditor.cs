using PowerIntegration.Audit.Contracts;

namespace PowerIntegration.Audit.Form;

/// <summary>
/// Fills in the certificate and the continuation sheet of one contract as the form's instructions say, in whole cents, and keeps the books of what
/// was posted. It knows nothing of the product.
/// </summary>
public sealed class FormAuditor
{
    private readonly TermsSheet terms;
    private readonly RetainageBook retainage;
    private readonly long original;
    private readonly Dictionary<string, int> positions = new(StringComparer.Ordinal);
    private readonly List<LineSheet> sheets = [];
    private IReadOnlyList<FormLine> posted = [];
    private FormHeader previous = new();
    private ReleasedParts[] released = [];
    private RetainageBalances standing = new();
    private long taxWaiting;

    /// <summary>Opens the books of a contract at its original lines.</summary>
    public FormAuditor(TermsSheet terms, IReadOnlyList<LineSheet> lines)
    {
        this.terms = terms;
        foreach (var line in lines)
        {
            Add(line);
        }

        original = lines.Sum(line => line.Value);
        retainage = new RetainageBook(terms, sheets, original);
        posted =
        [
            .. lines.Select(line => new FormLine
            {
                LineId = line.Id,
                C = line.Value,
                Coding = line.Coding,
            }),
        ];
    }

    /// <summary>
    /// The product takes the contract over: what change orders added and deducted before is known by its net alone.
    /// </summary>
    public TakenOverBalances TakeOver()
    {
        var net = previous.Line3 - previous.Line1;
        previous = previous with { Additions = Math.Max(0, net), Deductions = Math.Max(0, -net) };
        return new TakenOverBalances(LastNumber, posted, [.. released], standing.Threshold, standing.GrossAt, standing.HeldAt);
    }

    /// <summary>Number of the last application that was posted.</summary>
    public int LastNumber { get; private set; }

    /// <summary>Adds a line by change order. It has no balances until an application mentions it.</summary>
    public void Add(LineSheet line)
    {
        positions.Add(line.Id, sheets.Count);
        sheets.Add(line);
    }

    /// <summary>The row of a line as it was posted; none where it was not.</summary>
    public FormLine? Posted(string lineId) => positions.TryGetValue(lineId, out var position) && position < posted.Count ? posted[position] : null;

    /// <summary>Writes a split or a merge into the books. What is taken out or closed is only so once its application is posted.</summary>
    public void Change(ChangeSheet change)
    {
        if (change.Kind is not (ChangeKind.Split or ChangeKind.Merge))
        {
            return;
        }

        List<int> old = [.. change.LineIds.Select(line => positions[line]).Order()];
        List<FormLine> lines = [.. posted];
        Array.Resize(ref released, posted.Count);
        List<ReleasedParts> gone = [.. released];
        var rows =
            change.Kind == ChangeKind.Split
                ? ChangeBook.Split(lines[old[0]], change.Into)
                : [ChangeBook.Merge([.. old.Select(one => lines[one])], change.Into[0].Line)];
        var parts =
            change.Kind == ChangeKind.Split
                ? ChangeBook.Split(lines[old[0]], gone[old[0]], change.Into)
                : [new ReleasedParts(old.Sum(one => gone[one].Work), old.Sum(one => gone[one].Stored))];
        foreach (var one in Enumerable.Reverse(old))
        {
            lines.RemoveAt(one);
            gone.RemoveAt(one);
            sheets.RemoveAt(one);
        }

        lines.InsertRange(old[0], rows);
        gone.InsertRange(old[0], parts);
        sheets.InsertRange(old[0], change.Into.Select(part => part.Line));
        posted = lines;
        released = [.. gone];
        Renumber();
    }

    private void Renumber()
    {
        positions.Clear();
        for (var position = 0; position < sheets.Count; position++)
        {
            positions.Add(sheets[position].Id, position);
        }
    }

    /// <summary>What the application must come to if it is the next to be posted. Changes nothing.</summary>
    public Prediction Predict(ApplicationSheet application) =>
        application.Cut is { } cut ? Predict(application, cut.IsNet ? GrossOf(application, cut.Amount) ?? 0 : cut.Amount)
        : application.Certified is { IsLine8Alone: true } ? Predict(application, GrossOfLine8(application))
        : Predict(application, 0);

    /// <summary>The smallest gross cut by which line 8 falls by just so much; none where no cut does it.</summary>
    public long? GrossOf(ApplicationSheet application, long net)
    {
        var bare = application with { Cut = null, Certified = null };
        var certified = Predict(bare, 0).Form.Line8 - net;
        long low = 0,
            high = Cuttable(bare);
        if (Predict(bare, high).Form.Line8 > certified)
        {
            return null;
        }

        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            if (Predict(bare, middle).Form.Line8 > certified)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return Predict(bare, high).Form.Line8 == certified ? high : null;
    }

    /// <summary>What a cut of the application may take at most.</summary>
    public long Cuttable(ApplicationSheet application) => HeaderBook.Cuttable(Balances(application), application);

    /// <summary>What column D of the rows has beyond what was posted.</summary>
    public long NeverPosted(ApplicationSheet application) => Balances(application with { CatchUp = 0 }).Sum(line => line.CaughtUp);

    private long GrossOfLine8(ApplicationSheet application)
    {
        var bare = application with { Certified = null };
        var less = Predict(bare, 0).Form.Line8 - application.Certified!.Line8!.Value;
        return less <= 0 ? 0 : GrossOf(bare, less) ?? 0;
    }

    private Prediction Predict(ApplicationSheet application, long cut)
    {
        var lines = Balances(application);
        if (cut > 0)
        {
            HeaderBook.Cut(lines, application, cut);
        }

        var taken = Taken(application);
        var held = retainage.Hold(lines, released, taken, standing, application);
        HeaderBook.Certify(lines, application);
        var form = FormHeader.Of(original, previous, held.Lines);
        var deductions = application.Deductions.Sum(deduction => deduction.Amount);
        return new Prediction
        {
            Number = application.Number,
            Form = form,
            Lines = held.Lines,
            Deductions = deductions,
            Papers = PaperBook.Of(terms, held.Lines, held.Released, deductions),
            Released = held.Released,
            Standing = held.Standing,
            Taken = taken,
        };
    }

    /// <summary>The tax of what the application comes to; none where the contract has no tax or no document leaves.</summary>
    /// <param name="prediction">What the application comes to before tax.</param>
    /// <param name="stated">The tax that the application states, where it states any.</param>
    public TaxPrediction? Tax(Prediction prediction, long? stated) =>
        terms.Tax is null || prediction.Papers.Count == 0 ? null : TaxBook.Of(terms.Tax, prediction, taxWaiting, stated);

    private List<int> Taken(ApplicationSheet application) =>
        [.. application.Changes.Where(change => change.Kind == ChangeKind.Credit).Select(change => positions[change.LineIds[0]]).Order()];

    /// <summary>Writes the prediction into the books.</summary>
    public void Post(Prediction prediction)
    {
        posted = prediction.Lines;
        previous = prediction.Form;
        standing = prediction.Standing;
        LastNumber = prediction.Number;
        taxWaiting = prediction.Tax?.Waiting ?? taxWaiting;
        Array.Resize(ref released, posted.Count);
        for (var index = 0; prediction.Released is not null && index < prediction.Released.Count; index++)
        {
            var now = prediction.Released[index];
            released[index] = new ReleasedParts(released[index].Work + now.Work, released[index].Stored + now.Stored);
        }

        if (prediction.Taken.Count == 0)
        {
            return;
        }

        List<FormLine> lines = [.. posted];
        List<ReleasedParts> gone = [.. released];
        foreach (var position in Enumerable.Reverse(prediction.Taken))
        {
            lines.RemoveAt(position);
            gone.RemoveAt(position);
            sheets.RemoveAt(position);
        }

        posted = lines;
        released = [.. gone];
        standing = standing.Without(prediction.Taken);
        Renumber();
    }

    // Columns C to G of every line; a line that the application does not mention keeps what was posted, with E moved into D.
    private FormLine[] Balances(ApplicationSheet application)
    {
        var lines = new FormLine[sheets.Count];
        foreach (var row in application.Rows)
        {
            var position = positions[row.LineId];
            var before = position < posted.Count ? posted[position] : null;
            lines[position] = new FormLine
            {
                LineId = row.LineId,
                Coding = Recoded(application, row.LineId)?.Coding ?? row.Coding ?? before?.Coding,
                PreviousCoding = before?.Coding,
                C = row.Scheduled,
                PreviousC = before?.C ?? 0,
                D = row.WorkPrevious,
                E = row.WorkThisPeriod,
                F = row.Stored,
                PreviousG = before?.G ?? 0,
                PreviousHeldOnWork = before?.HeldOnWork ?? 0,
                PreviousHeldOnStored = before?.HeldOnStored ?? 0,
                HeldForPunchList = before?.HeldForPunchList ?? 0,
                PreviousPunchList = before?.HeldForPunchList ?? 0,
            };
            if (application.CatchUp is not null)
            {
                lines[position].CaughtUp = row.WorkPrevious + (application.StoredMoved ? 0 : before?.F ?? 0) - lines[position].PreviousG;
            }
        }

        for (var position = 0; position < lines.Length; position++)
        {
            lines[position] ??=
                position < posted.Count
                    ? Changed(Unmentioned(posted[position]), application)
                    : new FormLine { LineId = sheets[position].Id, C = sheets[position].Value };
        }

        return lines;
    }

    // Taken out: everything is credited. Closed: worth what was billed.
    private static FormLine Changed(FormLine line, ApplicationSheet application) =>
        application.Changes.FirstOrDefault(change => change.LineIds[0] == line.LineId)?.Kind switch
        {
            ChangeKind.Credit => line with { C = 0, E = -line.D, F = 0, HeldForPunchList = 0 },
            ChangeKind.Close => line with { C = line.G },
            ChangeKind.Recode => line with { Coding = Recoded(application, line.LineId)!.Coding },
            _ => line,
        };

    private static ChangeSheet? Recoded(ApplicationSheet application, string lineId) =>
        application.Changes.Count == 0
            ? null
            : application.Changes.FirstOrDefault(change => change.Kind == ChangeKind.Recode && change.LineIds[0] == lineId);

    private static FormLine Unmentioned(FormLine before) =>
        before with
        {
            PreviousCoding = before.Coding,
            PreviousC = before.C,
            D = before.D + before.E,
            E = 0,
            PreviousG = before.G,
            PreviousHeldOnWork = before.HeldOnWork,
            PreviousHeldOnStored = before.HeldOnStored,
            PreviousPunchList = before.HeldForPunchList,
            CaughtUp = 0,
        };
}

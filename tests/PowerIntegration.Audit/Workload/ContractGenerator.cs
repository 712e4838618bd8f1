using PowerIntegration.Audit.Contracts;
using PowerIntegration.Audit.Form;

namespace PowerIntegration.Audit.Workload;

/// <summary>Makes whole contracts from a seed: 1 to 500 lines, 1 to 40 periods, everything that happens on real ones.</summary>
public sealed class ContractGenerator
{
    private const int LinesMax = 500;
    private const int PeriodsMax = 40;

    // A stream of its own for what happens around the rows, so that the rows of a contract stay what they were.
    private const long EventSeed = 0x5EED;

    // And one for codings and tax, which move no amount of a row.
    private const long AccountSeed = 0xACC7;

    private readonly SeededNumbers numbers;
    private readonly SeededNumbers events;
    private readonly SeededNumbers accounts;
    private readonly int index;
    private readonly List<LineLife> lives = [];
    private readonly List<LineLife> closed = [];
    private readonly List<LineSheet> added = [];
    private readonly List<AuditedApplication> audited = [];
    private readonly TermsSheet terms;
    private readonly FormAuditor auditor;
    private readonly IReadOnlyList<LineSheet> originalLines;
    private readonly int periods;
    private readonly int? movesFrom;
    private readonly bool finishes;
    private readonly bool keepsMaterial;
    private readonly bool isCoded;
    private readonly bool statesCodings;

    // Changes of the schedule of values that the next application brings.
    private List<ChangeSheet> changes = [];
    private int nextId;

    // True where something that was cut is still in the source's D.
    private bool isCut;

    private ContractGenerator(long seed, int index)
    {
        this.index = index;
        numbers = new SeededNumbers(seed, index);
        events = new SeededNumbers(seed ^ EventSeed, index);
        accounts = new SeededNumbers(seed ^ AccountSeed, index);
        isCoded = !accounts.OneIn(3);
        statesCodings = accounts.OneIn(2);
        var lines = (int)numbers.LogUniform(LinesMax);
        periods = (int)numbers.Between(1, PeriodsMax);
        keepsMaterial = numbers.Below(100) < 70;
        finishes = periods > 1 && numbers.OneIn(2);

        // By hand always, moved always, or switched on in the middle.
        movesFrom = numbers.Below(4) switch
        {
            0 => 1,
            1 => (int)numbers.Between(1, periods),
            _ => null,
        };
        for (var line = 0; line < lines; line++)
        {
            lives.Add(Begin());
        }

        originalLines = [.. lives.Select(life => life.Sheet)];
        terms = TermsDraw.Of(numbers, originalLines.Sum(line => line.Value)) with { Tax = TaxDraw.Of(accounts) };
        auditor = new FormAuditor(terms, originalLines);
    }

    /// <summary>Makes one contract and predicts each of its certificates.</summary>
    /// <param name="seed">The seed of the run.</param>
    /// <param name="index">Which contract of the run.</param>
    public static AuditedContract Make(long seed, int index)
    {
        var generator = new ContractGenerator(seed, index);
        generator.Live();
        return new AuditedContract(generator.History(), generator.audited);
    }

    private void Live()
    {
        for (var number = 1; number <= periods; number++)
        {
            var last = finishes && number == periods;
            if (number > 1 && !last)
            {
                ChangeOrders();
                ScheduleChanges();
                Recodings();
            }

            Bill(number, last);
        }

        if (finishes)
        {
            ReleaseAll(periods + 1);
        }
    }

    private void Bill(int number, bool last)
    {
        var moved = number >= movesFrom;
        var leavesOutUnchangedLines = numbers.OneIn(5);
        var rows = new List<RowSheet>(lives.Count);
        foreach (var life in lives)
        {
            var row = life.Period(numbers, moved, last) with { Coding = Stated(life) };
            if (terms.RetainageFromSource)
            {
                row = life.WithHeld(row, WorkRate(life.Sheet), StoredRate(life.Sheet));
            }

            // A sheet may leave out a line on which nothing happened, but it is never empty.
            var isLastChance = life == lives[^1] && rows.Count == 0;
            // What was cut before is still in the source's D, so every line is listed.
            if (!life.WasUnchanged || last || !leavesOutUnchangedLines || isLastChance || isCut)
            {
                rows.Add(row);
            }
        }

        var application = new ApplicationSheet
        {
            Number = number,
            PeriodEnd = PeriodEnd(number),
            Rows = rows,
            StoredMoved = moved,
            Deductions = Deductions(),
            Changes = changes,
        };
        changes = [];
        Audit(Around(application, number, last));
    }

    // What people decide around the rows: work cut before is caught up, less is certified, retainage is released, a header is certified.
    private ApplicationSheet Around(ApplicationSheet application, int number, bool last)
    {
        if (isCut)
        {
            application = application with { CatchUp = auditor.NeverPosted(application) };
            isCut = false;
        }

        // Nobody is left to catch up what the last application cuts.
        application = number < periods && events.OneIn(9) ? Unmistakable(Cut(application), application) : application;
        isCut = application.Cut is not null || application.Certified is not null;
        var release = last ? null : Release(application, number);
        application = isCut && (application.Certified is not null || application.Cut!.IsNet) ? application : application with { Release = release };
        if (application.Cut is not null && events.OneIn(3))
        {
            return WithHeader(application);
        }

        return application.Certified is null && application.Cut is null && events.OneIn(9)
            ? Unmistakable(Certified(application, number), application)
            : application;
    }

    // Where a row loses just what is stored on it, the next D may be read as one that includes what is stored; and a cent above its value holds a
    // line that the next application leaves out. Such headers are not drawn.
    private ApplicationSheet Unmistakable(ApplicationSheet decided, ApplicationSheet before)
    {
        var lines = auditor.Predict(decided).Lines.ToDictionary(line => line.LineId, StringComparer.Ordinal);
        return
            decided.Rows.Any(row => row.Stored > 0 && row.WorkPrevious + row.WorkThisPeriod == lines[row.LineId].G)
            || lines.Values.Any(line => line.C >= 0 && line.G > line.C)
            ? before
            : decided;
    }

    // The header that the source states, before the cut, or the certified one.
    private ApplicationSheet WithHeader(ApplicationSheet application)
    {
        var isBeforeCut = events.OneIn(2) && IsHeldWithoutCut(application);
        var form = auditor.Predict(isBeforeCut ? application with { Cut = null } : application).Form;
        return application with
        {
            Certified = new CertifiedSheet
            {
                Line4 = form.Line4,
                Line5 = form.Line5,
                Line7 = form.Line7,
                Line8 = form.Line8,
                IsBeforeCut = isBeforeCut,
            },
        };
    }

    // A cut that raises a line's retainage, as past a step, allows a release that the source could not have stated without it.
    private bool IsHeldWithoutCut(ApplicationSheet application)
    {
        var held = auditor
            .Predict(application with { Cut = null, Release = null })
            .Lines.ToDictionary(line => line.LineId, line => Math.Max(0, line.Held), StringComparer.Ordinal);
        return application.Release?.Lines.All(release => release.Value <= held[release.Key]) != false;
    }

    private ApplicationSheet Cut(ApplicationSheet application)
    {
        var most = auditor.Cuttable(application);
        var cut = events.PartOf(most, 100);
        if (cut == 0)
        {
            return application;
        }

        if (events.OneIn(2))
        {
            return application with { Cut = new CutSheet(cut, IsNet: false) };
        }

        // A net amount has one gross cut only where its shares do not round against each other.
        var uncut = auditor.Predict(application);
        var due = uncut.Form.Line8;
        var net = events.PartOf(Math.Max(0, due), 100);
        var isOneRow = uncut.Lines.Count(line => line.E + line.CaughtUp > 0) == 1;
        if (net == 0 || !(isOneRow || terms.Retainage == RetainageMode.None) || auditor.GrossOf(application, net) is null)
        {
            return application;
        }

        return events.OneIn(2)
            ? application with
            {
                Cut = new CutSheet(net, IsNet: true),
            }
            : application with
            {
                Certified = new CertifiedSheet { Line7 = events.OneIn(2) ? uncut.Form.Line7 : null, Line8 = due - net },
            };
    }

    // Some of the lines of the header; its totals may differ from the rows by as much as half a cent for each line explains.
    private ApplicationSheet Certified(ApplicationSheet application, int number)
    {
        var form = auditor.Predict(application).Form;
        var most = lives.Count / 2;

        // Of the gross only what fewer lines explain too: the next application may merge some.
        var grossMost = Math.Min(most / 2, 2);
        var gross = finishes && number < periods ? events.Between(-grossMost, grossMost) : 0;

        // What a source releases in the end is what the header left, which must be what the terms hold but for rounding.
        var held = form.Line5 > 0 && !(terms.RetainageFromSource && number == periods) ? events.Between(-most, most) : 0;
        var isFull = events.OneIn(2);
        var certified = new CertifiedSheet
        {
            Line1 = events.OneIn(2) ? form.Line1 : null,
            Line2 = events.OneIn(2) ? form.Line2 : null,
            Line3 = events.OneIn(2) ? form.Line3 : null,
            Line4 = isFull || events.OneIn(2) ? form.Line4 + gross : null,
            Line5 = isFull || events.OneIn(2) ? form.Line5 + held : null,
            Line7 = events.OneIn(2) ? form.Line7 : null,
        };
        return certified.Line4 is null && certified.Line5 is null
            ? application with
            {
                Certified = certified,
            }
            : application with
            {
                Certified = certified with { Line8 = form.Line8 + (certified.Line4 is null ? 0 : gross) - (certified.Line5 is null ? 0 : held) },
            };
    }

    // Every line once more with nothing new, or a release by itself.
    private void ReleaseAll(int number)
    {
        var alone = numbers.OneIn(2);
        var held = audited[^1].Prediction.Lines;
        var application = new ApplicationSheet
        {
            Number = number,
            PeriodEnd = PeriodEnd(number),
            StoredMoved = number >= movesFrom,
            Final = true,
            Release = alone || !terms.RetainageFromSource ? new ReleaseSheet(ReleaseKind.All, 0) : null,
            Rows = alone ? [] : [.. lives.Select((life, position) => LastRow(life, held[position]))],
        };
        Audit(application);
    }

    private RowSheet LastRow(LineLife life, FormLine held)
    {
        var row = new RowSheet
        {
            LineId = life.Sheet.Id,
            Coding = Stated(life),
            Scheduled = life.Value,
            WorkPrevious = life.Work,
        };
        return !terms.RetainageFromSource
            ? row
            : row with
            {
                HeldOnWork = 0,
                HeldOnStored = 0,
                ReleasedOnWork = held.HeldOnWork,
                ReleasedOnStored = held.HeldOnStored,
            };
    }

    private void Audit(ApplicationSheet application)
    {
        application = application with
        {
            TakenOver = audited.Count > 0 && application.Changes.Count == 0 && events.OneIn(60),
            Reversed = events.OneIn(IsSeldom(application) ? 4 : 12),
        };
        var takenOver = application.TakenOver ? auditor.TakeOver() : null;
        var prediction = auditor.Predict(application);
        application = application with { Tax = StatedTax(application, prediction) };
        prediction = prediction with { Tax = auditor.Tax(prediction, application.Tax) };
        auditor.Post(prediction);
        audited.Add(new AuditedApplication(application, prediction) { TakenOver = takenOver });
    }

    // What is drawn seldom is reversed more often, so that every kind is also reversed in a run.
    private static bool IsSeldom(ApplicationSheet application) =>
        application.CatchUp is not null
        || application.Cut is { IsNet: true }
        || application.Certified is { IsLine8Alone: true }
        || application.Release is { PunchList: > 0 };

    // A source rounds each line, so its tax may differ from the rate's by as many halves of a cent as there are rows.
    private long? StatedTax(ApplicationSheet application, Prediction prediction)
    {
        if (terms.Tax is not { } tax || auditor.Tax(prediction, null) is not { } due)
        {
            return null;
        }

        var rows = prediction.Papers.Sum(paper => paper.Rows);
        var computed = due.ByPayer ?? due.Sent;
        var most = rows == 0 ? 0 : Math.Min(3, (rows + 1) / 2);
        var stated = computed + accounts.Between(-most, most);
        return tax switch
        {
            { Rate: null } => prediction.Papers.Count(paper => paper.Rows > 0) == 1 ? accounts.Between(-50_000, 500_000) : 0,
            // A release without any row is decided by a person, whom nobody tells the tax.
            { By: TaxedBy.Application } => application.Rows.Count == 0 && accounts.OneIn(2) ? null : stated,
            _ => accounts.Below(4) switch
            {
                0 => null,
                1 => 0,
                _ => stated,
            },
        };
    }

    // Where the application states the coding of a line; while a decision recodes it, the source may still have the old one.
    private string? Stated(LineLife life)
    {
        var isNew = auditor.Posted(life.Sheet.Id) is null;
        var now = life.Coding;
        if (isNew || statesCodings)
        {
            return now;
        }

        // Stated once, the ledger keeps it.
        if (isCoded && accounts.OneIn(400))
        {
            life.Coding = NewCoding();
            return life.Coding;
        }

        return null;
    }

    // A decision codes a line elsewhere, with or without what was billed on it.
    private void Recodings()
    {
        if (!isCoded || !accounts.OneIn(10))
        {
            return;
        }

        var life = lives[(int)accounts.Below(lives.Count)];
        if (auditor.Posted(life.Sheet.Id) is null)
        {
            return;
        }

        var change = new ChangeSheet(ChangeKind.Recode, [life.Sheet.Id]) { Coding = NewCoding(), MovesBilled = accounts.OneIn(2) };
        changes.Add(change);
        life.Coding = change.Coding;
    }

    private string NewCoding() =>
        string.Create(CultureInfo.InvariantCulture, $"{accounts.Between(1000, 9999)}-{(accounts.OneIn(4) ? "MAT" : "SUB")}");

    private ReleaseSheet? Release(ApplicationSheet application, int number)
    {
        if (terms.RetainageFromSource || number * 3 < periods * 2 || !numbers.OneIn(6))
        {
            return null;
        }

        var before = auditor.Predict(application);
        var held = before.Form.Line5;
        if (held <= 100)
        {
            return null;
        }

        var some = 1 + numbers.PartOf(held - 2, 95);
        var release = numbers.Below(3) switch
        {
            0 => new ReleaseSheet(ReleaseKind.Total, some),
            1 => new ReleaseSheet(ReleaseKind.DownTo, some),
            _ => new ReleaseSheet(ReleaseKind.Lines, 0) { Lines = LineReleases(before) },
        };
        var amount = release.Kind switch
        {
            ReleaseKind.Total => some,
            ReleaseKind.DownTo => held - some,
            _ => release.Lines.Sum(line => line.Value),
        };

        // A limit that falls below what is held for the punch list holds the next application; a person decides then.
        var hasLimit = terms.Cap is not null || terms.Retainage == RetainageMode.SlidingScale;
        return !hasLimit && events.OneIn(3) ? release with { PunchList = events.PartOf(amount, 100) } : release;
    }

    private List<KeyValuePair<string, long>> LineReleases(Prediction before) =>
        [.. before.Lines.Where(line => line.Held > 0).Take(3).Select(line => KeyValuePair.Create(line.LineId, numbers.Between(1, line.Held)))];

    private List<DeductionSheet> Deductions()
    {
        if (!numbers.OneIn(12))
        {
            return [];
        }

        var kind = (DeductionKind)numbers.Below(3);
        return [new DeductionSheet(kind, numbers.Between(1, 250_000), "101-10-21900-000-000-000", $"{kind} {numbers.Between(1, 9)}")];
    }

    private void ChangeOrders()
    {
        if (numbers.OneIn(10))
        {
            var count = Math.Min((int)numbers.Between(1, 2), LinesMax - lives.Count);
            for (var line = 0; line < count; line++)
            {
                var life = numbers.OneIn(8) ? Deductive() : Begin();
                added.Add(life.Sheet);
                lives.Add(life);
                auditor.Add(life.Sheet);
            }
        }

        if (numbers.OneIn(6))
        {
            var life = lives[(int)numbers.Below(lives.Count)];
            if (life.Value < 0)
            {
                return;
            }

            // Up by any amount; down at most to what is stored, so that the claw-back takes work only.
            life.Value = numbers.OneIn(2)
                ? life.Value + numbers.LogUniform(5_000_000)
                : life.Value - numbers.PartOf(Math.Max(0, life.Value - life.Stored), 60);
        }
    }

    // Only lines on which the source and the books agree; a source that states retainage states it for its own lines.
    private void ScheduleChanges()
    {
        if (terms.RetainageFromSource || isCut || lives.Count < 3 || !events.OneIn(8))
        {
            return;
        }

        var kind = (ChangeKind)events.Below(4);
        var life = lives[(int)events.Below(lives.Count)];
        var other = lives[(int)events.Below(lives.Count)];
        if (!IsSettled(life) || (kind is ChangeKind.Split or ChangeKind.Merge && terms.Retainage == RetainageMode.StepFromCrossing))
        {
            return;
        }

        switch (kind)
        {
            case ChangeKind.Split:
                Split(life);
                break;
            case ChangeKind.Merge when life != other && IsSettled(other):
                Merge(life, other);
                break;
            case ChangeKind.Credit when lives.Sum(one => one.Value) > life.Value:
                lives.Remove(life);
                changes.Add(new ChangeSheet(kind, [life.Sheet.Id]));
                break;
            case ChangeKind.Close when life.Stored == 0:
                lives.Remove(life);
                closed.Add(life);
                changes.Add(new ChangeSheet(kind, [life.Sheet.Id]));
                break;
        }
    }

    private bool IsSettled(LineLife life) =>
        auditor.Posted(life.Sheet.Id) is { } row
        && row.G == life.Work + life.Stored
        && row.F == life.Stored
        && row.C == life.Value
        && life.Value > 1
        && row.G > 0
        && row.G <= life.Value;

    private void Split(LineLife life)
    {
        var first = 1 + events.PartOf(life.Value - 2, 100);
        var gross = events.PartOf(life.Earned, 100);
        var saysGross = gross <= first && life.Earned - gross <= life.Value - first;
        Replace(
            ChangeKind.Split,
            [life],
            [
                new PartSheet(life.Sheet with { Id = NextId(), Value = first }, saysGross ? gross : null),
                new PartSheet(life.Sheet with { Id = NextId(), Value = life.Value - first }, saysGross ? life.Earned - gross : null),
            ]
        );
    }

    private void Merge(LineLife one, LineLife other) =>
        Replace(ChangeKind.Merge, [one, other], [new PartSheet(one.Sheet with { Id = NextId(), Value = one.Value + other.Value }, null)]);

    private void Replace(ChangeKind kind, LineLife[] old, PartSheet[] into)
    {
        var change = new ChangeSheet(kind, [.. old.Select(life => life.Sheet.Id)]) { Into = into };
        auditor.Change(change);
        changes.Add(change);
        added.AddRange(into.Select(part => part.Line));
        var position = old.Min(lives.IndexOf);
        var keeps = old.Any(life => life.KeepsMaterial);
        lives.RemoveAll(old.Contains);
        lives.InsertRange(
            position,
            into.Select(part => auditor.Posted(part.Line.Id)!)
                .Zip(into, (row, part) => new LineLife(part.Line, keeps, row.D, row.F) { Coding = row.Coding })
        );
    }

    private LineLife Begin()
    {
        var value = numbers.OneIn(50) ? 0 : 1_000 + numbers.LogUniform(500_000_000) + numbers.Below(100);
        return new LineLife(
            new LineSheet(NextId(), value, TermsDraw.OwnRate(numbers), TermsDraw.OwnRate(numbers)) { Coding = isCoded ? NewCoding() : null },
            keepsMaterial && numbers.OneIn(3)
        );
    }

    // A line below zero, such as a credit for omitted work.
    private LineLife Deductive() =>
        new(
            new LineSheet(NextId(), -numbers.PartOf(lives.Sum(life => Math.Max(0, life.Left)), 3)) { Coding = isCoded ? NewCoding() : null },
            keepsMaterial: false
        );

    private int WorkRate(LineSheet line) => terms.Retainage == RetainageMode.PerLine ? line.WorkRate ?? terms.WorkRate : terms.WorkRate;

    private int StoredRate(LineSheet line) => terms.Retainage == RetainageMode.PerLine ? line.StoredRate ?? terms.StoredRate : terms.StoredRate;

    private string NextId() => "L" + (++nextId).ToString("0000", CultureInfo.InvariantCulture);

    private static string PeriodEnd(int number) =>
        new DateTime(2025, 1, 31, 0, 0, 0, DateTimeKind.Utc).AddMonths(number - 1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private ContractHistory History() =>
        new()
        {
            Index = index,
            Terms = terms,
            Lines = originalLines,
            AddedLines = added,
            Applications = [.. audited.Select(one => one.Application)],
            Earned = lives.Concat(closed).ToDictionary(life => life.Sheet.Id, life => life.Earned, StringComparer.Ordinal),
        };
}

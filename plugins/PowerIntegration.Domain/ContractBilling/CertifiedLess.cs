using PowerIntegration.Domain.Amounts;
using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Checks;
using PowerIntegration.Domain.ContractBilling.Ledger;
using PowerIntegration.Domain.ContractBilling.Reasons;
using PowerIntegration.Domain.ContractBilling.Sheet;
using PowerIntegration.Domain.ContractBilling.Terms;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.ContractBilling;

/// <summary>
/// Bills an application of which less is certified than its lines come to. An architect certifies a net amount: line 8. The gross cut that gives it
/// depends on the retainage terms, so it is found by billing with cuts until line 8 is the certified one.
/// </summary>
internal sealed class CertifiedLess
{
    // The lines share a cut by largest remainder, so line 8 may skip a cent where the cut moves by one; a cut close by has it.
    private const int CentsAround = 12;

    private readonly ContractTerms terms;
    private readonly Application application;
    private readonly Currency currency;
    private readonly Func<Application, BillingOutcome> bill;

    private CertifiedLess(ContractTerms terms, Application application, Currency currency, Func<Application, BillingOutcome> bill)
    {
        this.terms = terms;
        this.application = application;
        this.currency = currency;
        this.bill = bill;
    }

    /// <summary>Bills the application.</summary>
    /// <param name="terms">The terms.</param>
    /// <param name="ledger">The base.</param>
    /// <param name="application">The application.</param>
    /// <param name="bill">Bills an application whose cut is gross or null.</param>
    public static BillingOutcome Of(ContractTerms terms, ContractLedger ledger, Application application, Func<Application, BillingOutcome> bill)
    {
        if (application.Cut is null && application.Header?.PaymentDue is null)
        {
            return bill(application);
        }

        if (application.Cut is { Kind: CutKind.Gross })
        {
            return AlsoBeforeTheCut(application, bill);
        }

        if (!IsDivisible(terms, application, out var currency))
        {
            return bill(application);
        }

        var less = new CertifiedLess(terms, application, currency, bill);
        return application.Cut is { } net ? less.ByCut(net)
            : IsLine8Alone(ledger, application) ? less.ByLine8(application.Header!.PaymentDue!.Value)
            : bill(application);
    }

    // What cannot be divided over the lines is refused where cuts are divided.
    private static bool IsDivisible(ContractTerms terms, Application application, out Currency currency)
    {
        currency = default;
        return (terms.RetainageSource == RetainageSource.Terms || (terms.Retainage is { } retainage && RateTable.Of(retainage) is not null))
            && application.Lines.Count > 0
            && Currency.TryFind(terms.Currency ?? "", out currency)
            && Rounding.IsInMinorUnits(application.Cut?.Amount ?? application.Header!.PaymentDue!.Value, currency)
            && application.Cut is null or { Amount: > 0m, DecidedBy.Length: > 0, Reason.Length: > 0 };
    }

    // With line 4 or 5 the header says itself what the cut is. A correction, and a catch-up to Oracle's balances, move from another base.
    private static bool IsLine8Alone(ContractLedger ledger, Application application) =>
        application is { Header: { GrossToDate: null, RetainageToDate: null }, Oracle: null } && application.Number != ledger.LastPostedNumber;

    // The header may be the one before the cut, as the source states it, or the certified one. Where it is the one before to the cent, its totals are
    // not a rounding difference that would undo a small cut.
    private static BillingOutcome AlsoBeforeTheCut(Application cut, Func<Application, BillingOutcome> bill) =>
        WithoutTotals(cut) is var without
        && without.Header != cut.Header
        && bill(cut with { Cut = null }) is BillingOutcome.Billed uncut
        && !uncut.Warnings.Any(warning => warning.Code == BillingWarningCode.HeaderResidual)
            ? bill(without)
            : bill(cut);

    private static Application WithoutTotals(Application application) =>
        application with
        {
            Header = application.Header is { } header ? header with { GrossToDate = null, RetainageToDate = null, PaymentDue = null } : null,
        };

    private BillingOutcome ByCut(HeaderCut net)
    {
        var uncut = bill(WithoutTotals(application with { Cut = null }));
        return uncut is BillingOutcome.Billed billed ? Cut(billed, net) : uncut;
    }

    private BillingOutcome ByLine8(decimal certified)
    {
        if (bill(WithoutTotals(application)) is not BillingOutcome.Billed uncut)
        {
            // Line 8 follows from what is wrong there and must not hide it.
            return bill(application with { Header = application.Header! with { PaymentDue = null } });
        }

        var less = uncut.After.PaymentDue - certified;
        return less > 0m ? Cut(uncut, new HeaderCut(less, "the certified header", $"line 8 is {new Money(certified, currency)}")) : bill(application);
    }

    private BillingOutcome Cut(BillingOutcome.Billed uncut, HeaderCut net)
    {
        var certified = uncut.After.PaymentDue - net.Amount;
        if (Find(uncut, net, certified) is not { } found)
        {
            var refusal = new Refusal(
                BillingReasons.HeaderCutUnusable,
                $"{BillingSheet.NameOf(terms, application)}: line 8 of the lines is {new Money(uncut.After.PaymentDue, currency)}. "
                    + $"No cut of the work this period makes it {new Money(certified, currency)}, which is {new Money(net.Amount, currency)} less. "
                    + "Correct the cut, or reduce the lines instead."
            );
            return new BillingOutcome.Stopped(refusal, [refusal]);
        }

        return AlsoBeforeTheCut(found, bill);
    }

    // The application with the gross cut that makes line 8 the certified one; null where there is none.
    private Application? Find(BillingOutcome.Billed uncut, HeaderCut net, decimal certified)
    {
        var cent = Rounding.MinorUnit(currency);
        decimal low = 0m,
            high = uncut.Lines.Sum(HeaderCutAllocation.MostOf),
            guess = net.Amount;

        // A cut that is refused, as one that leaves less retainage than the application releases, is too large.
        var least = Due(high, net);
        if (least > certified)
        {
            return null;
        }

        if (least == certified)
        {
            return Smallest(high, net, certified);
        }

        while (high - low > cent)
        {
            if (guess <= low || guess >= high)
            {
                guess = Math.Max(low + cent, Math.Min(high - cent, Rounding.ToMinorUnit((low + high) / 2m, currency)));
            }

            var due = Due(guess, net);
            if (due == certified)
            {
                return Smallest(guess, net, certified);
            }

            if (due > certified)
            {
                // As if every further dollar brought as much as those so far.
                low = guess;
                guess = due < uncut.After.PaymentDue ? Rounding.ToMinorUnit(guess * net.Amount / (uncut.After.PaymentDue - due.Value), currency) : 0m;
            }
            else
            {
                high = guess;
                guess = 0m;
            }
        }

        return Near(low, net, certified, uncut.Lines.Count);
    }

    // Where retainage rounds, two cuts a cent apart may give the same line 8: the smaller one takes less off the lines.
    private Application Smallest(decimal cut, HeaderCut net, decimal certified)
    {
        var cent = Rounding.MinorUnit(currency);
        for (var step = 0; step < CentsAround && cut > cent && Due(cut - cent, net) == certified; step++)
        {
            cut -= cent;
        }

        return With(cut, net);
    }

    private Application? Near(decimal cut, HeaderCut net, decimal certified, int lines)
    {
        var cent = Rounding.MinorUnit(currency);
        for (var step = 0; step <= 2 * CentsAround; step++)
        {
            var near = cut + (cent * (step % 2 == 0 ? step / 2 : -(step + 1) / 2));
            if (near > 0m && Due(near, net) == certified)
            {
                return With(near, net);
            }
        }

        // Rounding of the lines may leave out every such cut: then the retainage takes what is left, as with any certified header.
        if (cut <= 0m || bill(WithoutTotals(With(cut, net))) is not BillingOutcome.Billed billed)
        {
            return null;
        }

        var residual = certified - billed.After.PaymentDue;
        var header = application.Header ?? new CertifiedHeader();
        return Math.Abs(residual) <= lines * Rounding.HalfMinorUnit(currency)
            ? With(cut, net) with
            {
                Header = header with { GrossToDate = null, RetainageToDate = billed.After.Retainage.Total - residual, PaymentDue = certified },
            }
            : null;
    }

    private decimal? Due(decimal cut, HeaderCut net) => (bill(WithoutTotals(With(cut, net))) as BillingOutcome.Billed)?.After.PaymentDue;

    private Application With(decimal cut, HeaderCut net) =>
        application with
        {
            Cut = new HeaderCut(cut, net.DecidedBy, net.Reason) { WorkedOutFrom = net.Amount },
        };
}

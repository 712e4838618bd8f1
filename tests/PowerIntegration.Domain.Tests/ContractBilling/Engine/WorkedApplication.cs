using PowerIntegration.Domain.ContractBilling.Applications;
using PowerIntegration.Domain.ContractBilling.Certificates;
using PowerIntegration.Domain.ContractBilling.Ledger;

namespace PowerIntegration.Domain.Tests.ContractBilling.Engine;

/// <summary>One application of a worked contract.</summary>
internal sealed record WorkedApplication(int Number, IReadOnlyList<decimal> Header, Dictionary<string, List<decimal>> Lines)
{
    public Application ToApplication() =>
        Contracts.Application(
            Number,
            [
                .. Lines.Select(line =>
                    Contracts.Line(line.Key, line.Value[0], line.Value[1], line.Value[2], line.Value[3]) with
                    {
                        CompletedToDate = line.Value[5],
                    }
                ),
            ]
        );

    /// <summary>As the source reports it: with the retainage of every line, and the certified header.</summary>
    public Application ToSourceApplication() =>
        ToApplication() with
        {
            Lines =
            [
                .. Lines.Select(line =>
                    Contracts.Line(line.Key, line.Value[0], line.Value[1], line.Value[2], line.Value[3]) with
                    {
                        WorkRetainageHeld = line.Value[8],
                        StoredRetainageHeld = line.Value[9],
                    }
                ),
            ],
            Header = new CertifiedHeader
            {
                OriginalContractSum = Header[0],
                NetChangeOrders = Header[1],
                ContractSumToDate = Header[2],
                GrossToDate = Header[3],
                RetainageToDate = Header[6],
                PreviousCertificates = Header[8],
                PaymentDue = Header[9],
            },
        };

    public static IReadOnlyList<decimal> HeaderOf(Certificate certificate) =>
        [
            certificate.OriginalContractSum,
            certificate.NetChangeOrders,
            certificate.ContractSumToDate,
            certificate.GrossToDate,
            certificate.Retainage.Work,
            certificate.Retainage.Stored,
            certificate.Retainage.Total,
            certificate.EarnedLessRetainage,
            certificate.PreviousCertificates,
            certificate.PaymentDue,
            certificate.BalanceToFinish,
        ];

    public static IReadOnlyList<decimal> NumbersOf(ContinuationLine line) =>
        [
            line.ScheduledValue,
            line.WorkPrevious,
            line.WorkThisPeriod,
            line.MaterialsStored,
            line.After.Work,
            line.CompletedToDate,
            line.PercentComplete,
            line.BalanceToFinish,
            line.After.Retainage.Work,
            line.After.Retainage.Stored,
            line.After.Retainage.Total,
            line.Movement.Gross,
            line.Movement.Retainage.Work,
            line.Movement.Retainage.Stored,
            line.Movement.Payable,
        ];
}

using System.Collections.Generic;
using System.Linq;
using System.Text;
using PowerIntegration.Domain.Refusals;

namespace PowerIntegration.Domain.Documents;

/// <summary>Oracle's invoice number: the supplier's own, so that Oracle finds a bill that someone entered by hand, else contract and application.</summary>
public static class InvoiceNumbering
{
    /// <summary>Most characters that Oracle takes.</summary>
    public const int LengthMax = 50;

    /// <summary>The number of an invoice.</summary>
    public static string Of(string? supplierNumber, string contractNumber, int applicationNumber) => string.IsNullOrWhiteSpace(supplierNumber)
        ? Sentence.Of($"{contractNumber}-{applicationNumber}")
        : supplierNumber!.Trim();

    /// <summary>Whether Oracle takes the number, and whether an earlier application of the contract carries the same.</summary>
    public static IEnumerable<Refusal> Check(string number, DocumentStanding own, string contractNumber, IEnumerable<DocumentStanding> others)
    {
        if (number.Length > LengthMax)
        {
            yield return new Refusal(
                ReasonCode.InvoiceNumberUnusable,
                Sentence.Of($"Invoice number '{number}' has {number.Length} characters; Oracle takes {LengthMax}. Enter a shorter one in Procore."));
        }

        var twin = others.FirstOrDefault(other =>
            other.ProcoreId != own.ProcoreId
            && other.ApplicationNumber < own.ApplicationNumber
            && !(other.IsDecided && other.State != DocumentState.Posted)
            && Normalized(Of(other.InvoiceNumber, contractNumber, other.ApplicationNumber)) == Normalized(number));
        if (twin is not null)
        {
            yield return new Refusal(
                ReasonCode.PossibleDuplicate,
                Sentence.Of($"Application {own.ApplicationNumber} carries invoice number '{number}' as application {twin.ApplicationNumber} (Procore {twin.ProcoreId}) does. Ask the supplier which is right and correct it in Procore."));
        }
    }

    /// <summary>Letters and digits only, in upper case: 'IG 7741-1' and 'ig77411' are one number.</summary>
    public static string Normalized(string number)
    {
        var kept = new StringBuilder(number.Length);
        foreach (var character in number.Where(char.IsLetterOrDigit))
        {
            kept.Append(char.ToUpperInvariant(character));
        }

        return kept.ToString();
    }
}

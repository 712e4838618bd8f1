namespace PowerIntegration.Tool.Rights;

/// <summary>
/// Oracle's predefined roles that give a forbidden right. The codes of Accounts Payable Manager and Invoice Supervisor are documented; the other
/// codes, and which role gives which right, are from memory. That a role is not in this list says nothing: only a role that a person has reviewed is
/// taken.
/// </summary>
internal static class OracleRoles
{
    private static readonly IReadOnlyDictionary<string, OracleRight[]> Forbidden = new Dictionary<string, OracleRight[]>(
        StringComparer.OrdinalIgnoreCase
    )
    {
        ["ORA_AP_ACCOUNTS_PAYABLE_MANAGER_JOB"] = [OracleRight.Pay, OracleRight.ApproveInvoices],
        ["ORA_AP_ACCOUNTS_PAYABLE_SUPERVISOR_JOB"] = [OracleRight.Pay, OracleRight.ApproveInvoices],
        ["ORA_AP_ACCOUNTS_PAYABLE_INVOICE_SUPERVISOR_JOB"] = [OracleRight.ApproveInvoices],
        ["ORA_AP_ACCOUNTS_PAYABLE_PAYMENT_SUPERVISOR_JOB"] = [OracleRight.Pay],
        ["ORA_CE_CASH_MANAGER_JOB"] = [OracleRight.ChangeBanks],
        ["ORA_POZ_SUPPLIER_MANAGER_ABSTRACT"] = [OracleRight.ChangeBanks],
        ["ORA_POZ_SUPPLIER_ADMINISTRATOR_ABSTRACT"] = [OracleRight.ChangeBanks],
        ["ORA_FUN_FINANCIAL_APPLICATION_ADMINISTRATOR_JOB"] = [OracleRight.ChangeBanks],
        ["ORA_FND_IT_SECURITY_MANAGER_JOB"] = [OracleRight.GrantRoles],
        ["ORA_FND_APPLICATION_IMPLEMENTATION_CONSULTANT_JOB"] =
        [
            OracleRight.Pay,
            OracleRight.ApproveInvoices,
            OracleRight.ChangeBanks,
            OracleRight.GrantRoles,
        ],
    };

    /// <summary>Whether a role is known to give a right.</summary>
    public static bool Gives(string role, OracleRight right) => Forbidden.TryGetValue(role, out var rights) && rights.Contains(right);
}

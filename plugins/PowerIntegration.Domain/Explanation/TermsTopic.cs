namespace PowerIntegration.Domain.Explanation;

/// <summary>What a group of terms is about. The order is that in which people read them.</summary>
public enum TermsTopic
{
    /// <summary>The periods that the version applies to.</summary>
    Period,

    /// <summary>How much is withheld.</summary>
    Retainage,

    /// <summary>The most that is held.</summary>
    Maximum,

    /// <summary>Where retainage amounts come from, and who withholds.</summary>
    Keeping,

    /// <summary>What becomes of stored materials, and what may be overbilled.</summary>
    StoredMaterials,

    /// <summary>How invoices are made: matching, signs, credits, rounding, applications approved as noted.</summary>
    Invoices,

    /// <summary>Tax.</summary>
    Tax,

    /// <summary>Tax withheld from payments.</summary>
    Withholding,

    /// <summary>Whether payment waits for the owner's payment.</summary>
    Payment,

    /// <summary>Where the project is, and which law limits the retainage.</summary>
    Law,
}

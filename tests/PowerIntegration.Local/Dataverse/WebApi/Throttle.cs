namespace PowerIntegration.Local.Dataverse.WebApi;

/// <summary>Answers the next requests with 429 when a test says so.</summary>
internal sealed class Throttle
{
    private int left;

    public void Next(int requests) => Interlocked.Exchange(ref left, requests);

    public bool Takes()
    {
        var seen = Volatile.Read(ref left);
        while (seen > 0)
        {
            var before = Interlocked.CompareExchange(ref left, seen - 1, seen);
            if (before == seen)
            {
                return true;
            }

            seen = before;
        }

        return false;
    }
}

namespace Bedrock.Toolkit.Tests.ControlPlane.Batch;

/// <summary>The moment at which a process ends: a request and all after it get no answer. Shared by the handlers of one process.</summary>
/// <param name="at">Which request, from 1; never when 0.</param>
/// <param name="afterwards">Whether the service has done what the request asks for.</param>
internal sealed class CutMoment(int at, bool afterwards)
{
    private int _count;

    public int Count => _count;

    public bool Afterwards => afterwards;

    /// <summary>Counts a request; 0 as long as all is well, 1 at the cut, 2 behind it.</summary>
    public int Next()
    {
        int number = Interlocked.Increment(ref _count);
        return at == 0 || number < at ? 0 : number == at ? 1 : 2;
    }
}

/// <summary>Lets requests through until the moment has come.</summary>
internal sealed class CutHandler(HttpMessageHandler inner, CutMoment moment) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        int where = moment.Next();
        if (where == 1 && moment.Afterwards)
        {
            using HttpResponseMessage lost = await base.SendAsync(request, cancellationToken);
        }

        return where == 0 ? await base.SendAsync(request, cancellationToken) : throw new HttpRequestException("The connection was cut.");
    }
}

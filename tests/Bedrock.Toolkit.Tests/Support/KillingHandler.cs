using System.Diagnostics;

namespace Bedrock.Toolkit.Tests.Support;

/// <summary>Sends, and kills its own process at a request: nothing is disposed, nothing is written behind it.</summary>
/// <param name="moment">When; handlers may share one.</param>
/// <param name="path">How the paths end that count; all when null.</param>
/// <param name="before">Whether the request is never sent; otherwise the service has done what it was asked for.</param>
internal sealed class KillingHandler(KillMoment moment, string? path = null, bool before = false) : DelegatingHandler(new SocketsHttpHandler())
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        bool isNow = (path is null || request.RequestUri!.AbsolutePath.EndsWith(path, StringComparison.Ordinal)) && moment.IsNow();
        if (isNow && before)
        {
            Process.GetCurrentProcess().Kill();
        }

        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        if (isNow)
        {
            Process.GetCurrentProcess().Kill();
        }

        return response;
    }
}

/// <summary>The number of the request at which a process kills itself; 0 for never.</summary>
internal sealed class KillMoment(int at)
{
    private int _count;

    public bool IsNow() => Interlocked.Increment(ref _count) == at;
}

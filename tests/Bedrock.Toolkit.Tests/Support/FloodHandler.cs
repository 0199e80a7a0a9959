namespace Bedrock.Toolkit.Tests.Support;

/// <summary>Answers any number of requests, each at its own pace, and keeps nothing.</summary>
internal sealed class FloodHandler(Func<HttpResponseMessage> answer, Func<Task>? before = null) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // As in a real handler: no need of the caller's thread.
        await (before?.Invoke() ?? Task.CompletedTask).WaitAsync(cancellationToken).ConfigureAwait(false);
        HttpResponseMessage response = answer();
        response.RequestMessage = request;
        return response;
    }
}

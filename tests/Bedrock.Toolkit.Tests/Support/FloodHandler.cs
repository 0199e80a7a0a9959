namespace Bedrock.Toolkit.Tests.Support;

/// <summary>Answers any number of requests, each at its own pace, and keeps nothing.</summary>
internal sealed class FloodHandler(Func<HttpResponseMessage> answer, Func<Task>? before = null) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await (before?.Invoke() ?? Task.CompletedTask).WaitAsync(cancellationToken);
        HttpResponseMessage response = answer();
        response.RequestMessage = request;
        return response;
    }
}

namespace Bedrock.Toolkit.AsyncInvoke;

public sealed partial class GetAsyncInvokeResponse
{
    private protected override ObjectSummary Summarise() => new("OutputDataConfig", Status?.Value);
}

public sealed partial class ListAsyncInvokesResponse
{
    private protected override ObjectSummary Summarise() => new("AsyncInvokeSummaries", ObjectSummary.Count(AsyncInvokeSummaries.Count, "job"));
}

public sealed partial class StartAsyncInvokeResponse
{
    private protected override ObjectSummary Summarise() => new("InvocationArn");
}

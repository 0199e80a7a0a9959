using System.Globalization;
using Bedrock.Toolkit.AsyncInvoke;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Testing.Engine;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>
/// StartAsyncInvoke, GetAsyncInvoke and ListAsyncInvokes: jobs in memory, that write nothing anywhere. The first GetAsyncInvoke finds a job running, the
/// second one ended; an input with the words <c>simulate a failure</c> ends as failed. A second start with the same token gives the same job, or a
/// conflict when it asks for another one.
/// Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_StartAsyncInvoke.html
/// </summary>
internal sealed class SimulatedAsyncInvoke : ISimulatedOperation
{
    public const string Start = "StartAsyncInvoke";
    public const string Get = "GetAsyncInvoke";
    public const string List = "ListAsyncInvokes";

    private const int DefaultResults = 100;
    private const int MaxResults = 1000;

    public IReadOnlyList<OperationTemplate> Templates { get; } =
    [
        new(Start, "POST", "/async-invoke"),
        new(Get, "GET", "/async-invoke/{invocationArn}"),
        new(List, "GET", "/async-invoke"),
    ];

    public Answer Answer(OperationCall call)
    {
        var jobs = (AsyncJobs)call.State.GetOrAdd("async-invoke", static _ => new AsyncJobs());
        return call.Route.Operation switch
        {
            Start => SimulatedBody.Write(new StartAsyncInvokeResponse { InvocationArn = StartJob(call, jobs).Arn }),
            Get => SimulatedBody.Write(GetJob(call, jobs)),
            _ => SimulatedBody.Write(ListJobs(QueryText.Parse(call.Request.Query), jobs)),
        };
    }

    private static AsyncJob StartJob(OperationCall call, AsyncJobs jobs)
    {
        StartAsyncInvokeRequest request = SimulatedBody.Read<StartAsyncInvokeRequest>(call);
        if (!ModelId.TryParse(request.ModelId, null, out _))
        {
            throw ServiceFailure.Validation("The provided model identifier is invalid.");
        }

        if (request.OutputDataConfig is not AsyncInvokeS3Output { S3OutputDataConfig.S3Uri: var uri } || !uri.StartsWith("s3://", StringComparison.Ordinal))
        {
            throw ServiceFailure.Validation("The output must go to an address that begins with s3://.");
        }

        return jobs.Start(request, call.Region, call.Time.GetUtcNow());
    }

    private static GetAsyncInvokeResponse GetJob(OperationCall call, AsyncJobs jobs)
    {
        AsyncJob job = jobs.Find(call.Route.Labels["invocationArn"])
            ?? throw ServiceFailure.Validation("The provided invocation ARN is invalid or of no job.");
        job.Ask(call.Time.GetUtcNow());
        AsyncInvokeSummary told = job.ToSummary();
        return new GetAsyncInvokeResponse
        {
            InvocationArn = told.InvocationArn,
            ModelArn = told.ModelArn,
            ClientRequestToken = told.ClientRequestToken,
            Status = told.Status,
            FailureMessage = told.FailureMessage,
            SubmitTime = told.SubmitTime,
            LastModifiedTime = told.LastModifiedTime,
            EndTime = told.EndTime,
            OutputDataConfig = told.OutputDataConfig,
        };
    }

    private static ListAsyncInvokesResponse ListJobs(ListAsyncInvokesRequest request, AsyncJobs jobs)
    {
        int most = request.MaxResults ?? DefaultResults;
        if (most is < 1 or > MaxResults)
        {
            throw ServiceFailure.Validation($"Value at 'maxResults' failed to satisfy constraint: Member must be between 1 and {MaxResults}");
        }

        IEnumerable<AsyncJob> found = jobs.All.Where(job => (request.StatusEquals is not { } status || job.Status == status)
            && (request.SubmitTimeAfter is not { } after || job.Started > after)
            && (request.SubmitTimeBefore is not { } before || job.Started < before));
        bool isAscending = request.SortOrder == SortOrder.Ascending;
        found = isAscending ? found.OrderBy(job => job.Number) : found.OrderByDescending(job => job.Number);
        if (request.NextToken is { } token)
        {
            int last = NumberOf(token);
            found = found.Where(job => isAscending ? job.Number > last : job.Number < last);
        }

        List<AsyncJob> page = [.. found.Take(most + 1)];
        bool hasMore = page.Count > most;
        return new ListAsyncInvokesResponse
        {
            NextToken = hasMore ? TokenOf(page[most - 1]) : null,
            AsyncInvokeSummaries = [.. page.Take(most).Select(job => job.ToSummary())],
        };
    }

    private static string TokenOf(AsyncJob job) => "after+" + job.Number.ToString(CultureInfo.InvariantCulture) + "=";

    private static int NumberOf(string token) =>
        token.StartsWith("after+", StringComparison.Ordinal) && token.EndsWith('=')
            && int.TryParse(token.AsSpan("after+".Length, token.Length - "after+=".Length), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : throw ServiceFailure.Validation("The provided pagination token is invalid.");
}

using Bedrock.Toolkit.AsyncInvoke;
using Bedrock.Toolkit.Converse;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>The jobs of one simulated service. Thread-safe.</summary>
internal sealed class AsyncJobs
{
    private readonly Lock _lock = new();
    private readonly List<AsyncJob> _jobs = [];

    public IReadOnlyList<AsyncJob> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _jobs];
            }
        }
    }

    /// <summary>Starts a job, or gives the one that the same token started.</summary>
    /// <exception cref="ServiceFailure">The token belongs to another job.</exception>
    public AsyncJob Start(StartAsyncInvokeRequest request, string region, DateTimeOffset now)
    {
        lock (_lock)
        {
            if (request.ClientRequestToken is { } token && _jobs.Find(job => job.Token == token) is { } known)
            {
                return known.IsSame(request) ? known : throw new ServiceFailure(400, "ConflictException", "The token was used for another job.");
            }

            var job = new AsyncJob(_jobs.Count + 1, request, region, now);
            _jobs.Add(job);
            return job;
        }
    }

    public AsyncJob? Find(string arn)
    {
        lock (_lock)
        {
            return _jobs.Find(job => job.Arn == arn);
        }
    }
}

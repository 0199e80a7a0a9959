using Bedrock.Toolkit.Testing.Engine;
using Bedrock.Toolkit.Testing.ObjectStore;

namespace Bedrock.Toolkit.Testing.ControlPlane;

/// <summary>What jobs read from the simulated S3 and write there, done when somebody looks.</summary>
/// <param name="State">The control plane's state.</param>
/// <param name="Store">The simulated S3.</param>
/// <param name="Now">The service's time.</param>
/// <param name="Model">Answers a call of a model.</param>
internal sealed record SimulatedJobs(ControlState State, SimulatedStore Store, DateTimeOffset Now, Func<ReceivedRequest, Answer> Model)
{
    private const string Scheme = "s3://";

    /// <summary>Does for all jobs what is due.</summary>
    public void Settle()
    {
        lock (State.Gate)
        {
            SimulatedBatches.Settle(State, Store, Now, Model);
            SettleOnce(ResourceKinds.CustomizationJob, SimulatedTraining.Settle);
            SettleOnce(ResourceKinds.EvaluationJob, SimulatedEvaluation.Settle);
        }
    }

    /// <summary>Puts a file into the output folder of a job.</summary>
    public void Put(Resource job, string name, ReadOnlyMemory<byte> content)
    {
        (string bucket, string prefix) = PlaceOf(job.Body["outputDataConfig"]!["s3Uri"]!.GetValue<string>());
        string folder = prefix.Length == 0 ? prefix : prefix.TrimEnd('/') + '/';
        Store.Put(bucket, folder + name, new StoredObject([content], Now));
    }

    /// <summary>The bucket and the key, or the beginning of keys, of an address.</summary>
    public static (string Bucket, string Prefix) PlaceOf(string uri)
    {
        string[] parts = uri[Scheme.Length..].Split('/', 2);
        return (parts[0], parts.Length == 1 ? string.Empty : parts[1]);
    }

    private void SettleOnce(ResourceKind kind, Action<SimulatedJobs, Resource> settle)
    {
        foreach (Resource job in State.Of(kind, Now).Where(job => job.IsCompleted(Now)).ToArray())
        {
            if (State.Settled.Add(job))
            {
                settle(this, job);
            }
        }
    }
}

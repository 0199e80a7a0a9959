using System.Text.Json.Nodes;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing.ControlPlane;

/// <summary>What the control plane of one service remembers. Used under <see cref="Gate"/>.</summary>
internal sealed class ControlState
{
    private const int MaxTags = 50;

    private readonly List<Resource> _resources = [];
    private readonly Dictionary<Resource, BatchJobState> _batches = [];
    private BatchPlan _batchPlan = BatchPlan.Default;
    private int? _plannedBatches;
    private int _count;

    public Lock Gate { get; } = new();

    /// <summary>How long a job runs, from its start to its end.</summary>
    public TimeSpan JobTime { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The fewest records that a batch job may have.</summary>
    public int MinBatchRecords { get; set; } = 100;

    /// <summary>Settings of the account, by name.</summary>
    public Dictionary<string, JsonNode> Settings { get; } = new(StringComparer.Ordinal);

    /// <summary>Models whose agreement was made or ended, by id.</summary>
    public Dictionary<string, bool> Agreements { get; } = new(StringComparer.Ordinal);

    /// <summary>Jobs that have written what they leave.</summary>
    public HashSet<Resource> Settled { get; } = [];

    /// <summary>In the order in which they were made.</summary>
    public IEnumerable<Resource> Of(ResourceKind kind, DateTimeOffset now) => _resources.Where(one => one.Kind == kind && one.IsThere(now));

    public Resource? Find(ResourceKind kind, string named, DateTimeOffset now, string? owner = null) =>
        Of(kind, now).FirstOrDefault(one => one.IsNamed(named) && (kind.Owner is null || one.Owner == owner));

    public Resource? FindByArn(string arn, DateTimeOffset now) => _resources.FirstOrDefault(one => one.Arn == arn && one.IsThere(now));

    /// <summary>The one that the same token made before.</summary>
    public Resource? FindByToken(ResourceKind kind, string token) => _resources.FirstOrDefault(one => one.Kind == kind && one.Token == token);

    /// <summary>Makes one.</summary>
    public Resource Add(ResourceKind kind, JsonObject body, ControlCall call, string? token = null, Resource? maker = null,
        (string Id, string Arn)? known = null)
    {
        string id = known?.Id ?? kind.Id(++_count);
        string path = known?.Arn ?? kind.Path(id, call);
        var resource = new Resource(kind, id, path.StartsWith("arn:", StringComparison.Ordinal) ? path : call.Arn(path), body, call.Now,
            maker is null ? JobTime : TimeSpan.Zero)
        {
            Token = token,
            Request = token is null ? null : (JsonObject)call.Request.DeepClone(),
            Maker = maker,
        };
        _resources.Add(resource);
        return resource;
    }

    /// <summary>How batch jobs go that are made from now on.</summary>
    public void SetBatchPlan(BatchPlan plan, int? jobs) => (_batchPlan, _plannedBatches) = (plan, jobs);

    /// <summary>What is known of a batch job.</summary>
    public BatchJobState BatchOf(Resource job)
    {
        if (!_batches.TryGetValue(job, out BatchJobState? batch))
        {
            batch = new BatchJobState(_batchPlan, _batches.Count + 1);
            _batches[job] = batch;
            job.End = batch.Plan.End;
            if (_plannedBatches is { } left && (_plannedBatches = left - 1) == 0)
            {
                SetBatchPlan(BatchPlan.Default, null);
            }
        }

        return batch;
    }

    public void Remove(Resource resource) => _resources.Remove(resource);

    public void Clear()
    {
        _resources.Clear();
        _batches.Clear();
        Settled.Clear();
        Settings.Clear();
        Agreements.Clear();
    }

    /// <summary>Puts tags on a resource.</summary>
    /// <exception cref="ServiceFailure">It has too many then.</exception>
    public static void Tag(Resource resource, JsonNode? tags)
    {
        foreach (JsonNode? tag in tags as JsonArray ?? [])
        {
            resource.Tags[tag!["key"]!.GetValue<string>()] = tag["value"]!.GetValue<string>();
        }

        if (resource.Tags.Count > MaxTags)
        {
            throw new ServiceFailure(400, "TooManyTagsException", $"The resource would have more than {MaxTags} tags.") { ResourceName = resource.Arn };
        }
    }
}

using System.Globalization;
using Bedrock.Toolkit.Testing.Simulation;

namespace Bedrock.Toolkit.Testing.ObjectStore;

/// <summary>What the simulated S3 keeps. A bucket comes to be with its first object. Thread-safe.</summary>
internal sealed class SimulatedStore
{
    private const int MinPartBytes = 5 * 1024 * 1024;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, SortedDictionary<string, StoredObject>> _buckets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedDictionary<int, ReadOnlyMemory<byte>>> _uploads = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>How many uploads in parts are neither completed nor ended.</summary>
    public int OpenUploads
    {
        get
        {
            lock (_gate)
            {
                return _uploads.Count;
            }
        }
    }

    public bool HasBucket(string bucket)
    {
        lock (_gate)
        {
            return _buckets.ContainsKey(bucket);
        }
    }

    public void AddBucket(string bucket)
    {
        lock (_gate)
        {
            _buckets.TryAdd(bucket, new SortedDictionary<string, StoredObject>(StringComparer.Ordinal));
        }
    }

    public void Put(string bucket, string key, StoredObject content)
    {
        lock (_gate)
        {
            AddBucket(bucket);
            _buckets[bucket][key] = content;
        }
    }

    public StoredObject? Find(string bucket, string key)
    {
        lock (_gate)
        {
            return _buckets.GetValueOrDefault(bucket)?.GetValueOrDefault(key);
        }
    }

    public void Remove(string bucket, string key)
    {
        lock (_gate)
        {
            _buckets.GetValueOrDefault(bucket)?.Remove(key);
        }
    }

    /// <summary>The objects whose keys begin so, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, StoredObject>> List(string bucket, string prefix)
    {
        lock (_gate)
        {
            return _buckets.TryGetValue(bucket, out SortedDictionary<string, StoredObject>? objects)
                ? [.. objects.Where(pair => pair.Key.StartsWith(prefix, StringComparison.Ordinal))]
                : [];
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _buckets.Clear();
            _uploads.Clear();
        }
    }

    /// <summary>Begins an upload in parts; gives its id.</summary>
    public string Begin()
    {
        lock (_gate)
        {
            string id = "simulated-upload-" + (++_count).ToString(CultureInfo.InvariantCulture);
            _uploads[id] = [];
            return id;
        }
    }

    public void AddPart(string upload, int number, ReadOnlyMemory<byte> part)
    {
        lock (_gate)
        {
            Upload(upload)[number] = part;
        }
    }

    /// <summary>Makes an object of the parts.</summary>
    public StoredObject Complete(string bucket, string key, string upload, IReadOnlyList<int> numbers, DateTimeOffset now)
    {
        lock (_gate)
        {
            SortedDictionary<int, ReadOnlyMemory<byte>> parts = Upload(upload);
            if (numbers.Count == 0 || numbers.Any(number => !parts.ContainsKey(number)))
            {
                throw new ServiceFailure(400, "InvalidPart", "One or more of the specified parts could not be found.");
            }

            if (numbers.SkipLast(1).Any(number => parts[number].Length < MinPartBytes))
            {
                throw new ServiceFailure(400, "EntityTooSmall", "Your proposed upload is smaller than the minimum allowed object size.");
            }

            var made = new StoredObject([.. numbers.Select(number => parts[number])], now);
            _uploads.Remove(upload);
            Put(bucket, key, made);
            return made;
        }
    }

    public void Abort(string upload)
    {
        lock (_gate)
        {
            Upload(upload);
            _uploads.Remove(upload);
        }
    }

    private SortedDictionary<int, ReadOnlyMemory<byte>> Upload(string id) => _uploads.GetValueOrDefault(id)
        ?? throw new ServiceFailure(404, "NoSuchUpload", "The specified multipart upload does not exist.");
}

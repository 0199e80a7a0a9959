using Bedrock.Toolkit.Testing.ObjectStore;

namespace Bedrock.Toolkit.Testing;

/// <summary>The S3 beside a <see cref="FakeBedrock"/> or <see cref="BedrockServer"/>, in memory: batch jobs read their files from it and write results to it.
/// Thread-safe.</summary>
/// <remarks>
/// Its client is <c>Client</c>, of the package Bedrock.Toolkit.Testing.Services. It has what jobs need: objects whole and in parts, ranges, lists in pages; keys come in paths (<c>ForcePathStyle</c>). A bucket comes to be with its first
/// object. Signatures are checked, but for their time, because the AWS SDK has no clock that could be set. Latencies and faults of the fake do not touch it.
/// </remarks>
public sealed class FakeS3
{
    private readonly SimulatedStore _store;
    private readonly TimeProvider _time;

    internal FakeS3(SimulatedStore store, TimeProvider time, OwnedClients clients)
    {
        _store = store;
        _time = time;
        Clients = clients;
    }

    /// <summary>How many uploads in parts were begun and neither completed nor ended.</summary>
    public int OpenUploads => _store.OpenUploads;

    /// <summary>Puts an object there.</summary>
    /// <param name="bucket">The bucket; made when it is not there.</param>
    /// <param name="key">The key.</param>
    /// <param name="content">The bytes; not copied.</param>
    public void Put(string bucket, string key, ReadOnlyMemory<byte> content)
    {
        ArgumentException.ThrowIfNullOrEmpty(bucket);
        ArgumentException.ThrowIfNullOrEmpty(key);
        _store.Put(bucket, key, new StoredObject([content], _time.GetUtcNow()));
    }

    /// <summary>The bytes of an object.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="key">The key.</param>
    /// <returns>All of them.</returns>
    /// <exception cref="ArgumentException">There is no such object.</exception>
    public ReadOnlyMemory<byte> Get(string bucket, string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(bucket);
        ArgumentException.ThrowIfNullOrEmpty(key);
        return (_store.Find(bucket, key) ?? throw new ArgumentException("There is no object with this key.", nameof(key))).Content;
    }

    /// <summary>The keys of a bucket.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="prefix">How they begin.</param>
    /// <returns>In their order; none when there is no such bucket.</returns>
    public IReadOnlyList<string> Keys(string bucket, string prefix = "")
    {
        ArgumentException.ThrowIfNullOrEmpty(bucket);
        ArgumentNullException.ThrowIfNull(prefix);
        return [.. _store.List(bucket, prefix).Select(static pair => pair.Key)];
    }

    /// <summary>Forgets everything.</summary>
    public void Clear() => _store.Clear();

    /// <summary>Clients that call it.</summary>
    internal OwnedClients Clients { get; }
}

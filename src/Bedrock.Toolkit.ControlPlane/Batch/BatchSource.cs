using System.Runtime.CompilerServices;

namespace Bedrock.Toolkit.ControlPlane.Batch;

/// <summary>Where the records of a run come from: checked, and compared with what the manifest has of them.</summary>
internal abstract class BatchSource
{
    /// <summary>The records that the manifest does not have, as lines.</summary>
    /// <param name="known">The record ids that the manifest has.</param>
    /// <param name="isComplete">Whether it has all.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="ArgumentException">A request would be refused, a key comes twice, or the records are not those of the manifest.</exception>
    public abstract IAsyncEnumerable<BatchRecord> ReadAsync(HashSet<string> known, bool isComplete, CancellationToken cancellationToken);
}

/// <inheritdoc/>
/// <param name="records">The records.</param>
/// <param name="write">Checks a request and writes its line.</param>
internal sealed class BatchSource<TRequest>(IAsyncEnumerable<KeyValuePair<string, TRequest>> records, Func<RecordLine, string, TRequest, byte[]> write)
    : BatchSource
{
    public override async IAsyncEnumerable<BatchRecord> ReadAsync(
        HashSet<string> known, bool isComplete, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var line = new RecordLine();
        HashSet<string> seen = new(StringComparer.Ordinal);
        long place = -1;
        int met = 0;
        await foreach ((string key, TRequest request) in records.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            place++;
            if (string.IsNullOrEmpty(key) || request is null)
            {
                throw new ArgumentException($"Record {place} has no {(request is null ? "request" : "key")}.", nameof(records));
            }

            string id = RecordId.Of(key);
            if (!seen.Add(id))
            {
                throw new ArgumentException(
                    $"Record {place} has the key of an earlier record: keys must be unique, answers come back by them.", nameof(records));
            }

            if (known.Contains(id))
            {
                met++;
                continue;
            }

            if (isComplete)
            {
                throw Others($"record {place} has a key that is not in it");
            }

            yield return new BatchRecord(id, key, Line(line, id, request, place));
        }

        if (met < known.Count)
        {
            throw Others($"{known.Count - met} of its keys are not among them");
        }
    }

    private byte[] Line(RecordLine line, string id, TRequest request, long place)
    {
        try
        {
            return write(line, id, request);
        }
        catch (ArgumentException e)
        {
            throw new ArgumentException($"Record {place}: {e.Message}", nameof(records), e);
        }
    }

    private static ArgumentException Others(string why) => new(
        $"{nameof(BatchInferenceOptions)}.{nameof(BatchInferenceOptions.ManifestPath)} names the manifest of a run with other records: {why}. "
        + "Go on with the same records, or name another file.", nameof(records));
}

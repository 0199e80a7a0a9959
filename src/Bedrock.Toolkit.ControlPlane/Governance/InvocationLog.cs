using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Bedrock.Toolkit.ControlPlane.Governance;

/// <summary>Reads the model invocation log of Bedrock: files of S3, and events of CloudWatch. Thread-safe.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-invocation-logging.html</remarks>
public static class InvocationLog
{
    private static readonly byte[] GzipMark = [0x1f, 0x8b];

    /// <summary>Reads records, one JSON object a line, packed by gzip or not.</summary>
    /// <param name="log">A file of the log's bucket (<c>.json.gz</c>), or messages of its log group, one a line; left open.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The records, in order; what is no record of an invocation is passed over.</returns>
    /// <exception cref="JsonException">A line is no JSON; the message has its number.</exception>
    public static async IAsyncEnumerable<InvocationLogRecord> ReadAsync(Stream log, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(log);
        byte[] first = new byte[GzipMark.Length];
        int read = await log.ReadAtLeastAsync(first, first.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        using Stream whole = new PrefixedStream(first.AsMemory(0, read), log);
        using Stream text = first.AsSpan(0, read).SequenceEqual(GzipMark) ? new GZipStream(whole, CompressionMode.Decompress, leaveOpen: true) : whole;
        using var reader = new StreamReader(text, leaveOpen: true);
        for (int number = 1; await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            JsonElement record;
            try
            {
                record = JsonElement.Parse(line);
            }
            catch (JsonException e)
            {
                throw new JsonException($"Line {number} of the log is no JSON.", e);
            }

            if (record.ValueKind == JsonValueKind.Object && record.TryGetProperty("schemaType", out JsonElement type) && type.ValueEquals("ModelInvocationLog"))
            {
                yield return new InvocationLogRecord(record);
            }
        }
    }
}

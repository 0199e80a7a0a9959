using System.Text.Json;

namespace Bedrock.Toolkit.ControlPlane.Evaluation;

/// <summary>Writes data sets of evaluation jobs: one record a line. Thread-safe.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-evaluation-prompt-datasets.html</remarks>
public static class EvaluationFile
{
    /// <summary>Records that one data set may have.</summary>
    public const int MaxRecords = 1_000;

    private static readonly byte[] LineEnd = [(byte)'\n'];

    /// <summary>Writes a data set.</summary>
    /// <param name="file">Where to; a name that ends in <c>.jsonl</c>. Left open.</param>
    /// <param name="records">1 to <see cref="MaxRecords"/>, of one form, and of one source where they have answers already.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    /// <returns>How many records were written.</returns>
    /// <exception cref="ArgumentException">There are none or too many, or they differ in form or source; the message names the record by its number, from 1.
    /// What came before it is written.</exception>
    public static async Task<int> WriteAsync(Stream file, IEnumerable<EvaluationRecord> records, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(records);
        EvaluationRecord? first = null;
        int count = 0;
        using var writer = new Utf8JsonWriter(file);
        foreach (EvaluationRecord record in records)
        {
            count++;
            first ??= record;
            string? fault = count > MaxRecords ? $"A data set has at most {MaxRecords} records."
                : record.Form != first.Form ? $"Record {count} is of the form {record.Form}, those before it are of {first.Form}: a data set has one."
                : record.Source != first.Source ? $"Record {count} has another source than those before it: a job rates one."
                : null;
            if (fault is not null)
            {
                throw new ArgumentException(fault, nameof(records));
            }

            record.WriteTo(writer);
            await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
            await file.WriteAsync(LineEnd, cancellationToken).ConfigureAwait(false);
            writer.Reset();
        }

        return count > 0 ? count : throw new ArgumentException("A data set has at least 1 record.", nameof(records));
    }
}

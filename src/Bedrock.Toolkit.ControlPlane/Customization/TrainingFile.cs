using System.Text.Json;

namespace Bedrock.Toolkit.ControlPlane.Customization;

/// <summary>Writes files of training data: one record a line, each checked before it is written. Thread-safe.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-customization-prepare.html</remarks>
public static class TrainingFile
{
    private static readonly byte[] LineEnd = [(byte)'\n'];

    /// <summary>Writes a file for a model.</summary>
    /// <param name="file">Where to; a name that ends in <c>.jsonl</c>. Left open.</param>
    /// <param name="records">The records.</param>
    /// <param name="baseModel">The model that is customised.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    /// <returns>How many records were written.</returns>
    /// <exception cref="ArgumentException">A record breaks a rule of the model, or there are too few or too many; the message names the record by its number,
    /// from
    /// 1, and the rule, never the text. What came before it is written.</exception>
    public static async Task<int> WriteAsync(Stream file, IAsyncEnumerable<TrainingRecord> records, ModelId baseModel,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(records);
        TrainingRules rules = TrainingRules.For(baseModel);
        int count = 0;
        TrainingSchema? schema = null;
        using var writer = new Utf8JsonWriter(file);
        await foreach (TrainingRecord record in records.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            count++;
            schema ??= record.Schema;
            string? fault = record.Schema != schema ? $"one file takes one form of records, {schema}" : rules.FaultOf(record);
            if (fault is not null || count > rules.MaxRecords)
            {
                await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
                throw new ArgumentException(fault is not null ? $"Record {count}: {fault}." : $"The model takes at most {rules.MaxRecords} records.",
                    nameof(records));
            }

            record.WriteTo(writer);
            await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
            await file.WriteAsync(LineEnd, cancellationToken).ConfigureAwait(false);
            writer.Reset();
        }

        if (count < rules.MinRecords)
        {
            throw new ArgumentException($"The model takes at least {rules.MinRecords} records; there are {count}.", nameof(records));
        }

        return count;
    }

    /// <summary>Writes a file for a model.</summary>
    /// <param name="file">Where to; left open.</param>
    /// <param name="records">The records.</param>
    /// <param name="baseModel">The model that is customised.</param>
    /// <returns>How many records were written.</returns>
    /// <exception cref="ArgumentException">As for the other overloads.</exception>
    public static Task<int> WriteAsync(Stream file, IAsyncEnumerable<TrainingRecord> records, ModelId baseModel) =>
        WriteAsync(file, records, baseModel, CancellationToken.None);

    /// <summary>Writes a file for a model.</summary>
    /// <param name="file">Where to; left open.</param>
    /// <param name="records">The records.</param>
    /// <param name="baseModel">The model that is customised.</param>
    /// <returns>How many records were written.</returns>
    /// <exception cref="ArgumentException">As for the other overloads.</exception>
    public static Task<int> WriteAsync(Stream file, IEnumerable<TrainingRecord> records, ModelId baseModel) =>
        WriteAsync(file, records, baseModel, CancellationToken.None);

    /// <summary>Writes a file for a model.</summary>
    /// <param name="file">Where to; left open.</param>
    /// <param name="records">The records.</param>
    /// <param name="baseModel">The model that is customised.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    /// <returns>How many records were written.</returns>
    /// <exception cref="ArgumentException">As for the other overload.</exception>
    public static Task<int> WriteAsync(Stream file, IEnumerable<TrainingRecord> records, ModelId baseModel, CancellationToken cancellationToken) =>
        WriteAsync(file, records.ToAsyncEnumerable(), baseModel, cancellationToken);
}

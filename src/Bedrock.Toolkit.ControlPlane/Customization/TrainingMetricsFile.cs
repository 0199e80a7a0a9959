using System.Globalization;
using System.Runtime.CompilerServices;
using Amazon.S3;
using Amazon.S3.Model;
using Bedrock.Toolkit.ControlPlane.Batch;

namespace Bedrock.Toolkit.ControlPlane.Customization;

/// <summary>Reads the metrics that a customisation job leaves in its output folder. Thread-safe.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-customization-analyze.html</remarks>
public static class TrainingMetricsFile
{
    private const string TrainingFileName = "step_wise_training_metrics.csv";
    private const string ValidationFileName = "validation_metrics.csv";

    /// <summary>The metrics of training, step by step, of a job.</summary>
    /// <param name="s3">The S3 of the job's bucket.</param>
    /// <param name="job">The job, as <c>GetModelCustomizationJobAsync</c> gives it.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The lines, in order.</returns>
    /// <exception cref="FileNotFoundException">The job has left no such file (yet).</exception>
    /// <exception cref="FormatException">As for <see cref="ReadAsync(Stream, CancellationToken)"/>.</exception>
    public static IAsyncEnumerable<TrainingMetric> ReadTrainingAsync(
        IAmazonS3 s3, GetModelCustomizationJobResponse job, CancellationToken cancellationToken = default) =>
        ReadAsync(s3, job, TrainingFileName, cancellationToken);

    /// <summary>The metrics of validation of a job that had a validation set.</summary>
    /// <param name="s3">The S3 of the job's bucket.</param>
    /// <param name="job">The job, as <c>GetModelCustomizationJobAsync</c> gives it.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The lines, in order.</returns>
    /// <exception cref="FileNotFoundException">The job has left no such file.</exception>
    /// <exception cref="FormatException">As for <see cref="ReadAsync(Stream, CancellationToken)"/>.</exception>
    public static IAsyncEnumerable<TrainingMetric> ReadValidationAsync(
        IAmazonS3 s3, GetModelCustomizationJobResponse job, CancellationToken cancellationToken = default) =>
        ReadAsync(s3, job, ValidationFileName, cancellationToken);

    /// <summary>Reads a file of metrics.</summary>
    /// <param name="csv">Comma-separated, with a header; left open. Columns are found by name, so their order does not matter.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The lines, in order; none for an empty file.</returns>
    /// <exception cref="FormatException">There is no column <c>step_number</c>, or a line has another number of cells or no whole step; the message has the
    /// number of the line.</exception>
    public static async IAsyncEnumerable<TrainingMetric> ReadAsync(Stream csv, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(csv);
        using var reader = new StreamReader(csv, leaveOpen: true);
        string[]? columns = null;
        for (int number = 1; await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            string[] cells = line.Split(',', StringSplitOptions.TrimEntries);
            if (columns is null)
            {
                columns = cells;
                if (!columns.Contains("step_number"))
                {
                    throw new FormatException($"Line {number} of the metrics names no column step_number.");
                }

                continue;
            }

            yield return cells.Length == columns.Length
                ? Metric(columns, cells, number)
                : throw new FormatException($"Line {number} of the metrics has {cells.Length} cells; there are {columns.Length} columns.");
        }
    }

    private static TrainingMetric Metric(string[] columns, string[] cells, int number)
    {
        int? step = null;
        double? epoch = null, loss = null, perplexity = null;
        Dictionary<string, double> others = new(StringComparer.Ordinal);
        for (int i = 0; i < columns.Length; i++)
        {
            // A cell may be empty: a step without a measurement.
            double? value = double.TryParse(cells[i], NumberStyles.Float, CultureInfo.InvariantCulture, out double read) ? read : null;
            switch (columns[i])
            {
                case "step_number":
                    step = value is { } whole && double.IsInteger(whole) && Math.Abs(whole) <= int.MaxValue ? (int)whole : null;
                    break;
                case "epoch_number":
                    epoch = value;
                    break;
                case "training_loss" or "validation_loss":
                    loss = value;
                    break;
                case "perplexity":
                    perplexity = value;
                    break;
                case var other when value is { } measured:
                    others[other] = measured;
                    break;
            }
        }

        return new TrainingMetric(
            step ?? throw new FormatException($"Line {number} of the metrics has no whole number for step_number."), epoch, loss, perplexity, others);
    }

    private static async IAsyncEnumerable<TrainingMetric> ReadAsync(
        IAmazonS3 s3, GetModelCustomizationJobResponse job, string file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(s3);
        ArgumentNullException.ThrowIfNull(job);
        var folder = S3Place.ParseOutput(job.OutputDataConfig?.S3Uri, $"{nameof(job)}.OutputDataConfig.S3Uri");
        string id = job.JobArn?[(job.JobArn.LastIndexOf('/') + 1)..] ?? string.Empty;
        IReadOnlyList<S3Object> objects = await new ObjectReader(s3).ListAsync(folder, cancellationToken).ConfigureAwait(false);
        S3Object found = objects.FirstOrDefault(o => o.Key.EndsWith('/' + file, StringComparison.Ordinal) && o.Key.Contains(id, StringComparison.Ordinal))
            ?? throw new FileNotFoundException($"The job has no {file} below its output folder.");
        using GetObjectResponse answer = await s3.GetObjectAsync(
            new GetObjectRequest { BucketName = folder.Bucket, Key = found.Key }, cancellationToken).ConfigureAwait(false);
        await foreach (TrainingMetric metric in ReadAsync(answer.ResponseStream, cancellationToken).ConfigureAwait(false))
        {
            yield return metric;
        }
    }
}

using System.Runtime.CompilerServices;
using System.Text.Json;
using Amazon.S3;
using Amazon.S3.Model;
using Bedrock.Toolkit.ControlPlane.Batch;

namespace Bedrock.Toolkit.ControlPlane.Evaluation;

/// <summary>Reads what evaluation jobs leave in their output folder. Thread-safe.</summary>
public static class EvaluationResults
{
    private const string FileEnd = "_output.jsonl";

    /// <summary>The results of a job.</summary>
    /// <param name="s3">The S3 of the job's bucket.</param>
    /// <param name="job">The job, as <c>GetEvaluationJobAsync</c> gives it.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>All lines of all its files.</returns>
    /// <exception cref="FileNotFoundException">The job has left no result (yet).</exception>
    /// <exception cref="JsonException">A line is no JSON object; the message has its number.</exception>
    public static async IAsyncEnumerable<EvaluationResult> ReadJobAsync(
        IAmazonS3 s3, GetEvaluationJobResponse job, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(s3);
        ArgumentNullException.ThrowIfNull(job);
        var folder = S3Place.ParseOutput(job.OutputDataConfig?.S3Uri, $"{nameof(job)}.OutputDataConfig.S3Uri");
        string id = job.JobArn?[(job.JobArn.LastIndexOf('/') + 1)..] ?? string.Empty;
        IReadOnlyList<S3Object> objects = await new ObjectReader(s3).ListAsync(folder, cancellationToken).ConfigureAwait(false);
        S3Object[] files = [.. objects.Where(o => o.Key.EndsWith(FileEnd, StringComparison.Ordinal) && o.Key.Contains(id, StringComparison.Ordinal))];
        if (files.Length == 0)
        {
            throw new FileNotFoundException($"The job has no file that ends in {FileEnd} below its output folder.");
        }

        foreach (S3Object file in files)
        {
            using GetObjectResponse answer = await s3.GetObjectAsync(
                new GetObjectRequest { BucketName = folder.Bucket, Key = file.Key }, cancellationToken).ConfigureAwait(false);
            await foreach (EvaluationResult result in ReadAsync(answer.ResponseStream, cancellationToken).ConfigureAwait(false))
            {
                yield return result;
            }
        }
    }

    /// <summary>The results of one file.</summary>
    /// <param name="jsonLines">One JSON object a line; left open.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The results, in order.</returns>
    /// <exception cref="JsonException">A line is no JSON object; the message has its number.</exception>
    public static async IAsyncEnumerable<EvaluationResult> ReadAsync(
        Stream jsonLines, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(jsonLines);
        using var reader = new StreamReader(jsonLines, leaveOpen: true);
        for (int number = 1; await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return new EvaluationResult(Parse(line, number));
            }
        }
    }

    /// <summary>The mean of each metric, by its name. Answers of which the judge could not say anything are left out, as are scales of words.</summary>
    /// <param name="results">The results.</param>
    /// <returns>Mean and number of the scores it is made of.</returns>
    public static IReadOnlyDictionary<string, (double Mean, int Count)> MeansOf(IEnumerable<EvaluationResult> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        return results.SelectMany(static r => r.Scores).Where(static s => s.Result is not null).GroupBy(static s => s.Metric, StringComparer.Ordinal)
            .ToDictionary(static g => g.Key, static g => (g.Average(static s => s.Result!.Value), g.Count()), StringComparer.Ordinal);
    }

    private static JsonElement Parse(string line, int number)
    {
        try
        {
            var json = JsonElement.Parse(line);
            return json.ValueKind == JsonValueKind.Object ? json : throw new JsonException($"Line {number} of the results is no JSON object.");
        }
        catch (JsonException e) when (e.LineNumber is not null)
        {
            throw new JsonException($"Line {number} of the results is no JSON.", e);
        }
    }
}

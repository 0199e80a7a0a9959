using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Bedrock.Toolkit.Testing.ControlPlane;

/// <summary>
/// What a customisation job that has ended leaves: metrics whose loss falls step by step, and none of validation without a validation set.
/// Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-customization-analyze.html
/// </summary>
internal static class SimulatedTraining
{
    private const int StepsPerEpoch = 5;
    private const double FirstLoss = 2.5;
    private const double Fall = 0.85;

    public static void Settle(SimulatedJobs jobs, Resource job)
    {
        string? given = job.Body["hyperParameters"]?["epochCount"]?.GetValue<string>();
        int epochs = int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out int read) ? Math.Clamp(read, 1, 100) : 2;
        string folder = $"model-customization-job-{job.Id}/";
        jobs.Put(job, $"{folder}training_artifacts/step_wise_training_metrics.csv", Metrics("training_loss", epochs, StepsPerEpoch, FirstLoss));
        job.Results["trainingMetrics"] = new JsonObject { ["trainingLoss"] = LossAt(FirstLoss, (epochs * StepsPerEpoch) - 1) };
        if (job.Body["validationDataConfig"]?["validators"] is JsonArray { Count: > 0 } validators)
        {
            jobs.Put(job, $"{folder}validation_artifacts/post_fine_tuning_validation/validation/validation_metrics.csv",
                Metrics("validation_loss", epochs, 1, FirstLoss + 0.1));
            job.Results["validationMetrics"] =
                new JsonArray([.. validators.Select(_ => new JsonObject { ["validationLoss"] = LossAt(FirstLoss + 0.1, epochs - 1) })]);
        }
    }

    private static double LossAt(double first, int step) => Math.Round(first * Math.Pow(Fall, step), 4);

    private static byte[] Metrics(string loss, int epochs, int steps, double first)
    {
        StringBuilder csv = new($"step_number,epoch_number,{loss},perplexity\n");
        for (int step = 0; step < epochs * steps; step++)
        {
            double value = LossAt(first, step);
            csv.Append(CultureInfo.InvariantCulture, $"{step},{step / steps},{value},{Math.Round(Math.Exp(value), 4)}\n");
        }

        return Encoding.UTF8.GetBytes(csv.ToString());
    }
}

#!/usr/bin/env dotnet
#:project ../../src/Bedrock.Toolkit
#:project ../../src/Bedrock.Toolkit.ControlPlane
#:project ../../src/Bedrock.Toolkit.Testing
#:project ../../src/Bedrock.Toolkit.Testing.Services

// From ten labelled examples to a call on a model of your own: training file, job, deployment, call, end.
//   dotnet run docs/samples/customise.cs
// against the simulated service, which learns nothing. On AWS the file goes to S3, the job takes hours, and every step is paid.
using Bedrock.Toolkit;
using Bedrock.Toolkit.AsyncInvoke;
using Bedrock.Toolkit.ControlPlane;
using Bedrock.Toolkit.ControlPlane.Customization;
using Bedrock.Toolkit.ControlPlane.Jobs;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;

const string BaseModel = "amazon.nova-micro-v1:0:128k";
await using BedrockServer server = await BedrockServer.StartAsync();
using BedrockClient bedrock = server.CreateClient();
BedrockControlClient control = server.Control.Client;
server.Control.JobTime = TimeSpan.FromMilliseconds(200);

// 1. The examples: what somebody asks, and what the model is to say.
(string Question, string Answer)[] examples =
[
    ("A fixed loop at the end of a line?", "Bowline."), ("Two lines of one size together?", "Reef knot."), ("Lines of two sizes?", "Sheet bend."),
    ("A line to a cleat?", "Cleat hitch."), ("A line to a ring?", "Round turn and two half hitches."), ("A line to a post, for a moment?", "Clove hitch."),
    ("A stopper?", "Figure eight."), ("A line that must not slip along a pole?", "Rolling hitch."), ("An anchor?", "Anchor hitch."),
    ("A heaving line?", "Monkey's fist."),
];
string file = Path.Combine(Path.GetTempPath(), "knots.jsonl");
await using (FileStream stream = File.Create(file))
{
    // Checked line by line: form, roles, reserved words, and how many the model takes.
    int count = await TrainingFile.WriteAsync(
        stream,
        examples.Select(e => TrainingRecord.Conversation([Message.User(e.Question), Message.Assistant(e.Answer)], "You name knots.")),
        BaseModel);
    Console.WriteLine($"file: {count} examples");
}

// 2. The job. On AWS: upload the file first, and give a role that may read the bucket ("bedrock policy").
var parameters = new Dictionary<string, string> { ["epochCount"] = "3", ["learningRate"] = "1e-5" };
TrainingRules.For(BaseModel).CheckHyperParameters(parameters);
CreateModelCustomizationJobResponse started = await control.CreateModelCustomizationJobAsync(new()
{
    JobName = "knots-1",
    CustomModelName = "knots",
    RoleArn = "arn:aws:iam::123456789012:role/training",
    BaseModelIdentifier = BaseModel,
    CustomizationType = CustomizationType.FineTuning,
    TrainingDataConfig = new() { S3Uri = "s3://harbour/knots.jsonl" },
    OutputDataConfig = new() { S3Uri = "s3://harbour/out/" },
    HyperParameters = parameters,
});
var wait = new AsyncInvokeWaitOptions { FirstDelay = TimeSpan.FromMilliseconds(100), LongestDelay = TimeSpan.FromSeconds(30) };
BedrockJobStatus trained = await BedrockJob.Open(control, started.JobArn!).WaitAsync(wait);
Console.WriteLine($"job: {trained.State}, {trained.ResultArn}");

// How it went: the loss of each step, from the job's output folder.
GetModelCustomizationJobResponse job = await control.GetModelCustomizationJobAsync(new() { JobIdentifier = started.JobArn! });
List<TrainingMetric> steps = await TrainingMetricsFile.ReadTrainingAsync(server.S3.Client, job).ToListAsync();
Console.WriteLine($"loss: {steps[0].Loss} at step {steps[0].Step}, {steps[^1].Loss} at step {steps[^1].Step}");

// 3. A deployment, which is called like any model of its family.
CreateCustomModelDeploymentResponse deployment = await control.CreateCustomModelDeploymentAsync(new()
{
    ModelDeploymentName = "knots",
    ModelArn = trained.ResultArn!,
});
BedrockJobStatus deployed = await BedrockJob.Open(control, deployment.CustomModelDeploymentArn!).WaitAsync(wait);
server.Serve(deployed.ResultArn!, "amazon.nova-micro-v1:0");     // only here: the simulated model behind the ARN
NovaResponse reply = await bedrock.InvokeAsync(NovaModels.FromId(deployed.ResultArn!), NovaRequest.For("A fixed loop at the end of a line?"));
Console.WriteLine($"call: {reply.Text}");

// 4. A deployment costs while it stands.
await control.DeleteCustomModelDeploymentAsync(new() { CustomModelDeploymentIdentifier = deployed.ResultArn! });
Console.WriteLine("end: the deployment is gone");
File.Delete(file);
